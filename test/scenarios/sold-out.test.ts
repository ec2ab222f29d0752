import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { defaultConfiguration } from '#drivers/simulator/configuration.ts';
import { aliyunClient, type AliyunClient, IMAGE } from '#apis/aliyun/cloud.test-support.ts';
import { client2017, type Client2017 } from '#apis/tencent/cvm-2017/client.test-support.ts';
import { launchBody, startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '#apis/tencent/legacy/client.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

const WITHOUT_HOSTS = 'guangzhou-6';
const LAST_TWO = 'guangzhou-7';

let cloud: TestCloud;
let aliyun: AliyunClient;
let older: Client2017;
let legacy: LegacyClient;

before(async () => {
  const hosts = {
    ...defaultConfiguration.hosts,
    zones: { [WITHOUT_HOSTS]: { perZone: 0 }, 'guangzhou-2': { perZone: 0 } },
  };
  const stock = [
    { zone: LAST_TWO, remaining: 2 },
    { zone: LAST_TWO, charge: 'prepaid', remaining: 'sold-out' as const },
    { charge: 'spot', remaining: 'sold-out' as const },
  ];
  cloud = await startTestCloud({ simulation: { hosts, stock } });
  const { server } = cloud;
  aliyun = aliyunClient(server, server.rootKey, server.wall);
  older = client2017(server);
  legacy = legacyClient(server);
});
after(() => cloud.stop());

const at = (number: number) => ({ Placement: { Zone: `ap-guangzhou-${number}` } });

const statesIn = (zones: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries((zones as readonly Item[]).map((zone) => [zone['Zone'], zone['ZoneState']]));

const stateOf = async (number: number): Promise<unknown> =>
  statesIn((await cloud.ok('DescribeZones'))['ZoneSet'])[`ap-guangzhou-${number}`];

const refusal = (more: object) => cloud.refusal('RunInstances', { ...launchBody, ...more });

describe('which limit is short decides what a launch is told', () => {
  test('a zone that has no hosts is sold out, in every generation', async () => {
    assert.equal(await stateOf(6), 'UNAVAILABLE');
    const shown2017 = statesIn((await older.ok('DescribeZones'))['ZoneSet']);
    assert.equal(shown2017['ap-guangzhou-6'], 'UNAVAILABLE');
    assert.equal(await refusal(at(6)), 'ResourceInsufficient.AvailabilityZoneSoldOut');
  });

  test('a zone is sold out once its stock is used up, and not before', async () => {
    assert.equal(await stateOf(7), 'AVAILABLE');
    const three = { ...at(7), InstanceCount: 3 };
    assert.equal(await refusal(three), 'ResourceInsufficient.SpecifiedInstanceType');
    await cloud.launch({ ...at(7), InstanceCount: 2 });
    assert.equal(await stateOf(7), 'UNAVAILABLE');
    assert.equal(await refusal(at(7)), 'ResourceInsufficient.AvailabilityZoneSoldOut');
    const some = { ...at(7), InstanceCount: 3, MinCount: 1 };
    assert.equal(await refusal(some), 'ResourceInsufficient.AvailabilityZoneSoldOut');
  });

  test('a way of charging, and a type', async () => {
    const spot = { InstanceChargeType: 'SPOTPAID' };
    assert.equal(await refusal(spot), 'InvalidParameterValue.InsufficientOffering');
    cloud.server.simulator?.provoke({ effect: 'sold-out', charge: 'prepaid' });
    const prepaid = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } };
    assert.equal(await refusal(prepaid), 'ResourceInsufficient');
    cloud.server.simulator?.provoke({ effect: 'sold-out', type: 'S5.MEDIUM2' });
    assert.equal(await refusal({}), 'ResourcesSoldOut.SpecifiedInstanceType');
    assert.equal(await stateOf(3), 'AVAILABLE', 'neither closes a zone');
    cloud.server.simulator?.clearProvocations();
    await cloud.launch();
  });

  test('Alibaba offers nothing in such a zone but switches', async () => {
    const zone = async (): Promise<Item> => {
      const answer = await aliyun.ok('DescribeZones', { RegionId: 'cn-guangzhou' });
      const [first = {}] = (answer['Zones'] as Record<string, readonly Item[]>)['Zone'] ?? [];
      return first;
    };
    const list = (of: Item, name: string, element: string) =>
      (of[name] as Record<string, readonly unknown[]>)[element] ?? [];
    const launch = {
      RegionId: 'cn-guangzhou',
      ZoneId: 'cn-guangzhou-a',
      ImageId: IMAGE,
      InstanceType: 'ecs.g6.large',
    };
    assert.notDeepEqual(list(await zone(), 'AvailableInstanceTypes', 'InstanceTypes'), []);
    cloud.server.simulator?.provoke({ effect: 'sold-out', zone: 'guangzhou-3' });
    const soldOut = await zone();
    assert.deepEqual(list(soldOut, 'AvailableInstanceTypes', 'InstanceTypes'), []);
    assert.deepEqual(list(soldOut, 'AvailableResources', 'ResourcesInfo'), []);
    const creatable = list(soldOut, 'AvailableResourceCreation', 'ResourceTypes');
    assert.deepEqual(creatable, ['VSwitch']);
    assert.equal(await aliyun.refusal('CreateInstance', launch), '403 OperationDenied.NoStock');
    cloud.server.simulator?.clearProvocations();
    await aliyun.ok('CreateInstance', launch);
  });

  test('a legacy launch that names no zone takes the first that has any', async () => {
    const months = { cpu: 1, mem: 1, imageId: 'img-9qabwvbn', storageSize: 0, period: 1 };
    const { unInstanceIds } = await legacy.ok('RunInstances', months);
    const [shown] = await cloud.show(Object.values(unInstanceIds as Item).flat() as string[]);
    assert.equal((shown?.['Placement'] as Item | undefined)?.['Zone'], 'ap-guangzhou-3');
  });
});
