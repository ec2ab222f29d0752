import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Supported {
  readonly Value: string;
  readonly Status: string;
  readonly Min?: number;
  readonly Max?: number;
  readonly Unit?: string;
}

interface Zone {
  readonly ZoneId: string;
  readonly RegionId: string;
  readonly Status: string;
  readonly StatusCategory: string;
  readonly AvailableResources: {
    readonly AvailableResource: ReadonlyArray<{
      readonly Type: string;
      readonly SupportedResources: { readonly SupportedResource: readonly Supported[] };
    }>;
  };
}

describe('DescribeAvailableResource', () => {
  let cloud: TestCloud;

  const zones = async (parameters: GivenParameters) => {
    const answer = await cloud.ok('DescribeAvailableResource', parameters);
    return (answer['AvailableZones'] as { readonly AvailableZone: readonly Zone[] }).AvailableZone;
  };
  const supported = async (parameters: GivenParameters) => {
    const [zone] = await zones({ ZoneId: 'cn-guangzhou-a', ...parameters });
    const [resource] = zone?.AvailableResources.AvailableResource ?? [];
    return resource?.SupportedResources.SupportedResource ?? [];
  };
  const values = async (parameters: GivenParameters) =>
    (await supported(parameters)).map(({ Value }) => Value);
  const refusal = (parameters: GivenParameters) =>
    cloud.refusal('DescribeAvailableResource', parameters);
  const types = { DestinationResource: 'InstanceType' } as const;

  before(async () => {
    cloud = await startTestCloud();
  });
  after(() => cloud.stop());

  test('says which zones sell a type', async () => {
    const found = await zones({ DestinationResource: 'Zone', InstanceType: 'ecs.g6.large' });
    assert.deepEqual(
      found.map(({ ZoneId, RegionId, Status, StatusCategory }) => {
        return [ZoneId, RegionId, Status, StatusCategory];
      }),
      [
        ['cn-guangzhou-a', 'cn-guangzhou', 'Available', 'WithStock'],
        ['cn-guangzhou-b', 'cn-guangzhou', 'Available', 'WithStock'],
      ],
    );
    const none = await zones({ DestinationResource: 'Zone', InstanceType: 'ecs.nosuch.large' });
    assert.deepEqual(none, []);
  });

  test('lists the types that fit, by size, disks and way of attaching them', async () => {
    assert.deepEqual(await values({ ...types, InstanceType: 'ecs.g6.large' }), ['ecs.g6.large']);
    const small = await values({ ...types, Cores: 2, Memory: 8 });
    assert.ok(small.includes('ecs.g6.large') && !small.includes('ecs.g6.xlarge'));
    assert.deepEqual(await values({ ...types, Cores: 2, Memory: 7.5 }), []);
    const old = await values({ ...types, SystemDiskCategory: 'cloud_efficiency' });
    assert.ok(old.includes('ecs.g6.large') && !old.includes('ecs.g7.large'));
    const data = await values({ ...types, DataDiskCategory: 'cloud_essd' });
    assert.ok(data.includes('ecs.g7.large') && data.includes('ecs.g6.large'));
    assert.deepEqual(await values({ ...types, IoOptimized: 'none' }), ['ecs.t1.small']);
    assert.deepEqual(await values({ ...types, NetworkCategory: 'classic' }), []);
    assert.ok((await values({ ...types, InstanceChargeType: 'PrePaid' })).length > 0);
    const spot = { InstanceChargeType: 'PostPaid', SpotStrategy: 'SpotAsPriceGo' };
    assert.ok((await values({ ...types, ...spot, SpotDuration: 1 })).length > 0);
  });

  test('tells the sizes of the disks that a type takes', async () => {
    const asked = { DestinationResource: 'SystemDisk', InstanceType: 'ecs.g7.large' };
    assert.deepEqual(await values(asked), ['cloud_essd', 'cloud_auto']);
    const [essd] = await supported(asked);
    assert.deepEqual([essd?.Min, essd?.Max, essd?.Unit], [20, 2048, 'GiB']);
    const [data] = await supported({ ...asked, DestinationResource: 'DataDisk' });
    assert.deepEqual([data?.Min, data?.Max], [1, 65_536]);
    const any = await values({ DestinationResource: 'DataDisk', ResourceType: 'disk' });
    assert.ok(any.includes('cloud_efficiency') && any.includes('cloud_essd'));
    for (const DestinationResource of ['SystemDisk', 'DataDisk']) {
      assert.equal(await refusal({ DestinationResource }), '400 MissingParameter');
    }
  });

  test('answers what all types have alike once, and nothing of what is not sold', async () => {
    assert.deepEqual(await values({ DestinationResource: 'IoOptimized' }), ['optimized']);
    assert.deepEqual(await values({ DestinationResource: 'Network' }), ['vpc']);
    assert.deepEqual(await values({ DestinationResource: 'ddh' }), []);
    assert.deepEqual(await zones({ ...types, ResourceType: 'reservedinstance' }), []);
    assert.deepEqual(await zones({ ...types, ResourceType: 'ddh' }), []);
  });

  test('refuses places, hosts and words that there are not', async () => {
    assert.equal(await refusal({}), '400 MissingParameter');
    assert.equal(await refusal({ DestinationResource: 'Sea' }), '400 InvalidParameter');
    assert.equal(
      await refusal({ ...types, ZoneId: 'cn-hangzhou-g' }),
      '404 InvalidZoneId.NotFound',
    );
    assert.equal(
      await refusal({ ...types, DedicatedHostId: 'dh-1' }),
      '400 InvalidDedicatedHostId.NotFound',
    );
    assert.equal(await refusal({ ...types, SystemDiskCategory: 'tape' }), '400 InvalidParameter');
    assert.equal(await refusal({ ...types, SpotStrategy: 'Maybe' }), '400 InvalidSpotStrategy');
  });
});

describe('DescribeAvailableResource where little is left', () => {
  test('a type that is sold out says so, and so does a zone that has nothing else', async () => {
    const simulation = { stock: [{ type: 'ecs.g6.large', remaining: 0 }] };
    const cloud = await startTestCloud({ simulation });
    try {
      const asked = { ZoneId: 'cn-guangzhou-a', InstanceType: 'ecs.g6.large' };
      const answer = await cloud.ok('DescribeAvailableResource', {
        ...asked,
        DestinationResource: 'InstanceType',
      });
      const { AvailableZone: found } = answer['AvailableZones'] as {
        readonly AvailableZone: readonly Zone[];
      };
      const [zone] = found;
      assert.deepEqual([zone?.Status, zone?.StatusCategory], ['SoldOut', 'WithoutStock']);
      const [resource] = zone?.AvailableResources.AvailableResource ?? [];
      assert.equal(resource?.SupportedResources.SupportedResource[0]?.Status, 'SoldOut');
    } finally {
      await cloud.stop();
    }
  });
});
