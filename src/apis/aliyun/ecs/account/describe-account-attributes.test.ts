import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Value {
  readonly Value: string;
  readonly ZoneId?: string;
}

describe('DescribeAccountAttributes', () => {
  let cloud: TestCloud;

  const items = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeAccountAttributes', parameters);
    const { AccountAttributeItem } = answer['AccountAttributeItems'] as {
      readonly AccountAttributeItem: ReadonlyArray<{
        readonly AttributeName: string;
        readonly AttributeValues: { readonly ValueItem: readonly Value[] };
      }>;
    };
    return AccountAttributeItem;
  };
  const valuesOf = async (name: string, more: GivenParameters = {}) => {
    const [item, ...others] = await items({ 'AttributeName.1': name, ...more });
    assert.deepEqual([item?.AttributeName, others], [name, []]);
    return item?.AttributeValues.ValueItem;
  };

  before(async () => {
    cloud = await startTestCloud({ configuration: { spotVcpusPerZoneMax: 4 } });
  });
  after(() => cloud.stop());

  test('tells quotas as they are booked, by zone where they are', async () => {
    assert.deepEqual(await valuesOf('instance-network-type'), [{ Value: 'vpc' }]);
    assert.deepEqual(await valuesOf('max-security-groups'), [{ Value: '50' }]);
    const zone = { ZoneId: 'cn-guangzhou-a' };
    const spot = async (name: string) => await valuesOf(`${name}-spot-instance-vcpu-count`, zone);
    assert.deepEqual(await spot('max'), [{ Value: '4', ...zone }]);
    assert.deepEqual(await spot('used'), [{ Value: '0', ...zone }]);
    const bid = { InstanceChargeType: 'PostPaid', SpotStrategy: 'SpotAsPriceGo' };
    await cloud.launchRunning({ InstanceType: 'ecs.g6.xlarge', ...bid });
    assert.deepEqual(await spot('used'), [{ Value: '4', ...zone }]);
    const types = await valuesOf('supported-postpaid-instance-types');
    assert.ok(types?.some(({ Value: name }) => name === 'ecs.c8i.48xlarge'));
    assert.deepEqual(await valuesOf('max-dedicated-hosts'), [{ Value: '0' }]);
  });

  test('without names it tells all, and refuses other names and places', async () => {
    assert.equal((await items()).length, 15);
    const refusal = (parameters: GivenParameters) =>
      cloud.refusal('DescribeAccountAttributes', parameters);
    assert.equal(await refusal({ 'AttributeName.1': 'max-luck' }), '400 InvalidParameter');
    assert.equal(await refusal({ ZoneId: 'cn-hangzhou-g' }), '404 InvalidZoneId.NotFound');
    const nine = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`AttributeName.${i + 1}`, 'max-security-groups']),
    );
    assert.equal(await refusal(nine), '400 InvalidParameter');
  });
});
