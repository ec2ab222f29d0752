import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

describe('DescribeResourcesModification', () => {
  let cloud: TestCloud;
  let hourly = '';
  let monthly = '';

  const values = async (ResourceId: string, more: GivenParameters = {}) => {
    const asked = { ResourceId, DestinationResource: 'InstanceType', ...more };
    const answer = await cloud.ok('DescribeResourcesModification', asked);
    const { AvailableZone } = answer['AvailableZones'] as {
      readonly AvailableZone: ReadonlyArray<{
        readonly ZoneId: string;
        readonly AvailableResources: {
          readonly AvailableResource: ReadonlyArray<{
            readonly SupportedResources: {
              readonly SupportedResource: ReadonlyArray<{ readonly Value: string }>;
            };
          }>;
        };
      }>;
    };
    const [zone] = AvailableZone;
    const [resource] = zone?.AvailableResources.AvailableResource ?? [];
    return resource?.SupportedResources.SupportedResource.map(({ Value }) => Value) ?? [];
  };
  const refusal = (parameters: GivenParameters) =>
    cloud.refusal('DescribeResourcesModification', parameters);

  before(async () => {
    cloud = await startTestCloud();
    [hourly = ''] = await cloud.launchRunning({ InstanceType: 'ecs.g6.xlarge' });
    [monthly = ''] = await cloud.launchRunning({
      InstanceType: 'ecs.g6.xlarge',
      InstanceChargeType: 'PrePaid',
      Period: 1,
    });
  });
  after(() => cloud.stop());

  test('an instance may become what takes its disks and runs its image', async () => {
    const found = await values(hourly);
    assert.ok(found.includes('ecs.g6.large') && found.includes('ecs.r5.4xlarge'));
    for (const name of ['ecs.g6.xlarge', 'ecs.g7.xlarge', 'ecs.g8y.xlarge']) {
      assert.ok(!found.includes(name), name);
    }
    assert.deepEqual(await values(hourly, { InstanceType: 'ecs.c6.large' }), ['ecs.c6.large']);
    const sized = await values(hourly, { Cores: 8, Memory: 32 });
    assert.ok(sized.includes('ecs.g6.2xlarge') && !sized.includes('ecs.c6.2xlarge'));
  });

  test('one paid in advance grows or shrinks, as is asked', async () => {
    const up = await values(monthly);
    assert.ok(up.includes('ecs.g6.2xlarge') && !up.includes('ecs.g6.large'));
    const down = await values(monthly, { OperationType: 'Downgrade' });
    assert.ok(!down.includes('ecs.g6.2xlarge') && down.includes('ecs.g6.large'));
    const both = await values(monthly, { OperationType: 'RenewModify' });
    assert.ok(both.includes('ecs.g6.2xlarge') && both.includes('ecs.g6.large'));
  });

  test('a system disk may become what the type takes', async () => {
    const disk = { DestinationResource: 'SystemDisk', InstanceType: 'ecs.g7.xlarge' };
    assert.deepEqual(await values(hourly, disk), ['cloud_essd', 'cloud_auto']);
    const asked = { ResourceId: hourly, DestinationResource: 'SystemDisk' };
    assert.equal(await refusal(asked), '400 MissingParameter');
  });

  test('refuses what there is not', async () => {
    const asked = { ResourceId: hourly, DestinationResource: 'InstanceType' };
    const lost = { ...asked, ResourceId: 'i-bp67acfmxazb4paaaa' };
    assert.equal(await refusal(lost), '404 InvalidInstanceId.NotFound');
    assert.equal(
      await refusal({ ...asked, ZoneId: 'cn-hangzhou-g' }),
      '404 InvalidZoneId.NotFound',
    );
    assert.equal(await refusal({ ...asked, DestinationResource: 'Sea' }), '400 InvalidParameter');
    assert.equal(await refusal({ ...asked, OperationType: 'Sink' }), '400 InvalidParameter');
    assert.equal(await refusal({ ResourceId: hourly }), '400 MissingParameter');
  });
});
