import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  IMAGE,
  startTestCloud,
  type TestCloud,
  type TestNetwork,
} from '../../cloud.test-support.ts';

const MADE_MS = 2_000;
const DAY_MS = 86_400_000;

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

let cloud: TestCloud;
let network: TestNetwork;
before(async () => {
  cloud = await startTestCloud({ configuration: { dedicatedHostsPerRegionMax: 60 } });
  network = await cloud.network();
});
after(() => cloud.stop());

const ok = (action: string, given: Given = {}) => cloud.ok(action, given);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given);

async function bought(more: Given = {}): Promise<readonly string[]> {
  const made = await ok('AllocateDedicatedHosts', {
    DedicatedHostType: 'ddh.g6',
    ZoneId: 'cn-guangzhou-a',
    ...more,
  });
  return (made['DedicatedHostIdSets'] as { readonly DedicatedHostId: readonly string[] })
    .DedicatedHostId;
}

async function ready(more: Given = {}): Promise<string> {
  const [id = ''] = await bought(more);
  await cloud.passTime(MADE_MS);
  return id;
}

async function listed(given: Given): Promise<readonly Item[]> {
  const { DedicatedHosts } = await ok('DescribeDedicatedHosts', given);
  return (DedicatedHosts as { readonly DedicatedHost: readonly Item[] }).DedicatedHost;
}

async function one(id: string): Promise<Item> {
  const [host] = await listed({ DedicatedHostIds: JSON.stringify([id]) });
  assert.ok(host);
  return host;
}

const idsOf = (hosts: readonly Item[]) => hosts.map((host) => host['DedicatedHostId']);
const prepaid = { ChargeType: 'PrePaid', Period: 1 } as const;

const instancesOf = (host: Item) =>
  (host['Instances'] as { readonly Instance: readonly Item[] }).Instance;

describe('AllocateDedicatedHosts', () => {
  test('makes hosts, which are shown whole', async () => {
    const [id = ''] = await bought({
      DedicatedHostName: 'myDDH',
      Description: 'This-is-my-DDH',
      'NetworkAttributes.UdpTimeout': 60,
      'Tag.1.Key': 'Environment',
      'Tag.1.Value': 'Production',
      AutoReleaseTime: '2026-01-03T03:04:59Z',
    });
    assert.match(id, /^dh-[a-z\d]{20}$/);
    assert.equal((await one(id))['Status'], 'Creating');
    await cloud.passTime(MADE_MS);
    const { MachineId, SupportedInstanceTypesList: types, ...shown } = await one(id);
    assert.match(String(MachineId), /^[\da-f]{32}$/);
    const { SupportedInstanceTypesList: names } = types as Readonly<Record<string, string[]>>;
    assert.ok(names?.includes('ecs.g6.large') && !names.includes('ecs.g5.large'));
    assert.deepEqual(shown, {
      DedicatedHostId: id,
      DedicatedHostName: 'myDDH',
      DedicatedHostType: 'ddh.g6',
      DedicatedHostClusterId: '',
      Description: 'This-is-my-DDH',
      RegionId: 'cn-guangzhou',
      ZoneId: 'cn-guangzhou-a',
      ResourceGroupId: '',
      Status: 'Available',
      ActionOnMaintenance: 'Migrate',
      AutoPlacement: 'on',
      CpuOverCommitRatio: 1,
      ChargeType: 'PostPaid',
      SaleCycle: '',
      CreationTime: '2026-01-02T03:04Z',
      ExpiredTime: '2999-09-08T16:00Z',
      AutoReleaseTime: '2026-01-03T03:04Z',
      OperationLocks: { OperationLock: [] },
      Sockets: 2,
      Cores: 52,
      PhysicalGpus: 0,
      GPUSpec: '',
      SupportedInstanceTypeFamilies: {
        SupportedInstanceTypeFamily: ['ecs.c6', 'ecs.g6', 'ecs.r6'],
      },
      SupportedCustomInstanceTypeFamilies: { SupportedCustomInstanceTypeFamily: [] },
      Capacity: {
        TotalVcpus: 104,
        AvailableVcpus: 104,
        TotalMemory: 384,
        AvailableMemory: 384,
        TotalVgpus: 0,
        AvailableVgpus: 0,
        TotalLocalStorage: 0,
        AvailableLocalStorage: 0,
        LocalStorageCategory: '',
      },
      NetworkAttributes: { UdpTimeout: 60 },
      Instances: { Instance: [] },
      Tags: { Tag: [{ TagKey: 'Environment', TagValue: 'Production' }] },
    });
    await cloud.passTime(DAY_MS);
    assert.deepEqual(await listed({ DedicatedHostIds: JSON.stringify([id]) }), []);
  });

  test('is paid in advance by months or years', async () => {
    const year = await ready({ ChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Year' });
    const shown = await one(year);
    assert.deepEqual(
      [shown['ChargeType'], shown['SaleCycle'], shown['ExpiredTime']],
      ['PrePaid', 'Year', '2027-01-03T03:04Z'],
    );
    const renewed = { ...prepaid, AutoRenew: true, AutoRenewPeriod: 6 };
    const made = await ok('AllocateDedicatedHosts', {
      DedicatedHostType: 'ddh.c5',
      ZoneId: 'cn-guangzhou-a',
      ...renewed,
    });
    assert.match(String(made['OrderId']), /^\d+$/);
  });

  test('of fewer than MinQuantity there is none', async () => {
    const small = await startTestCloud({ configuration: { dedicatedHostsPerRegionMax: 3 } });
    const buy = { DedicatedHostType: 'ddh.g6', Quantity: 3 };
    await small.ok('AllocateDedicatedHosts', buy);
    assert.equal(
      await small.refusal('AllocateDedicatedHosts', buy),
      '400 QuotaExceed.AfterpayDedicatedHost',
    );
    await small.stop();
  });

  const refused: ReadonlyArray<readonly [Given, string]> = [
    [{ DedicatedHostType: 'ddh.x' }, '403 InvalidDedicatedHostType.ValueNotSupported'],
    [{ DedicatedHostName: '1st' }, '404 InvalidDedicatedHostName.Malformed'],
    [{ Description: 'http://a' }, '400 InvalidDescription.Malformed'],
    [{ ChargeType: 'Free' }, '400 InvalidChargeType.ValueNotSupported'],
    [{ ChargeType: 'PrePaid', Period: 10 }, '403 InvalidParameter.NotMatch'],
    [{ ChargeType: 'PrePaid', Period: 6, PeriodUnit: 'Year' }, '403 InvalidParameter.NotMatch'],
    [{ PeriodUnit: 'Week' }, '400 InvalidPeriodUnit.ValueNotSupported'],
    [
      { ...prepaid, AutoRenew: true, AutoRenewPeriod: 4 },
      '400 InvalidAutoRenewPeriod.ValueNotSupported',
    ],
    [{ 'NetworkAttributes.UdpTimeout': 14 }, '400 InvalidParameter.UdpTimeout'],
    [{ 'NetworkAttributes.SlbUdpTimeout': 311 }, '400 InvalidParameter.SlbUdpTimeout'],
    [{ CpuOverCommitRatio: 2 }, '403 InvalidParameter.NotMatch'],
    [{ Quantity: 2, MinQuantity: 3 }, '403 InvalidParameter.NotMatch'],
    [{ Quantity: 101 }, '403 InvalidParameter.NotMatch'],
    [{ 'Tag.1.Key': 'acs:a' }, '400 InvalidTagKey.Malformed'],
    [{ 'Tag.1.Key': 'a', 'Tag.1.Value': 'http://a' }, '400 InvalidTagValue.Malformed'],
    [
      { 'Tag.1.Key': 'a', 'Tag.1.Value': '1', 'Tag.2.Key': 'a', 'Tag.2.Value': '2' },
      '400 Duplicate.TagKey',
    ],
  ];
  for (const [given, code] of refused) {
    test(`refuses ${JSON.stringify(given)} with ${code}`, async () => {
      const body = { DedicatedHostType: 'ddh.g6', ZoneId: 'cn-guangzhou-a', ...given };
      assert.equal(await refusal('AllocateDedicatedHosts', body), code);
    });
  }
});

describe('DescribeDedicatedHosts', () => {
  test('narrows by each parameter', async () => {
    const id = await ready({
      DedicatedHostType: 'ddh.r6',
      DedicatedHostName: 'only',
      'Tag.1.Key': 'a',
      'Tag.1.Value': 'b',
    });
    const asked: ReadonlyArray<readonly [Given, Given]> = [
      [{ DedicatedHostName: 'only' }, { DedicatedHostName: 'other' }],
      [{ DedicatedHostType: 'ddh.r6' }, { DedicatedHostType: 'ddh.r5' }],
      [
        { 'Tag.1.Key': 'a', 'Tag.1.Value': 'b' },
        { 'Tag.1.Key': 'a', 'Tag.1.Value': 'c' },
      ],
      [
        { ZoneId: 'cn-guangzhou-a', DedicatedHostName: 'only' },
        { ZoneId: 'cn-guangzhou-b', DedicatedHostName: 'only' },
      ],
      [
        { Status: 'Available', DedicatedHostName: 'only' },
        { Status: 'PermanentFailure', DedicatedHostName: 'only' },
      ],
    ];
    for (const [given, other] of asked) {
      assert.deepEqual(idsOf(await listed(given)), [id], JSON.stringify(given));
      assert.deepEqual(await listed(other), [], JSON.stringify(other));
    }
    assert.deepEqual(await listed({ LockReason: 'security' }), []);
    assert.deepEqual(await listed({ Status: 'UnderAssessment' }), []);
  });

  test('refuses what no host can be', async () => {
    const many = JSON.stringify(Array.from({ length: 101 }, () => 'dh-1'));
    for (const [given, code] of [
      [{ Status: 'Gone' }, '400 InvalidStatus.ValueNotSupported'],
      [{ LockReason: 'none' }, '404 InvalidLockReason.NotFound'],
      [{ DedicatedHostIds: many }, '403 InvalidDedicatedHostIds.Malformed'],
      [{ DedicatedHostIds: 'dh-1' }, '400 InvalidParameter.DedicatedHostIds'],
    ] as const) {
      assert.equal(await refusal('DescribeDedicatedHosts', given), code);
    }
  });

  test('its types tell what goes onto them', async () => {
    const types = async (given: Given) => {
      const { DedicatedHostTypes } = await ok('DescribeDedicatedHostTypes', given);
      return (DedicatedHostTypes as { readonly DedicatedHostType: readonly Item[] })
        .DedicatedHostType;
    };
    const [c6s] = await types({ DedicatedHostType: 'ddh.c6s' });
    assert.deepEqual(
      [c6s?.['TotalVcpus'], c6s?.['MemorySize'], c6s?.['CpuOverCommitRatioRange']],
      [520, 180, '1-5'],
    );
    const fifth = await types({ SupportedInstanceTypeFamily: 'ecs.g5' });
    assert.deepEqual(
      fifth.map((type) => type['DedicatedHostType']),
      ['ddh.c5', 'ddh.g5', 'ddh.r5'],
    );
    assert.deepEqual(await types({ DedicatedHostType: 'ddh.none' }), []);
  });
});

describe('ModifyDedicatedHostAttribute', () => {
  test('changes what is given', async () => {
    const id = await ready({ DedicatedHostName: 'before' });
    await ok('ModifyDedicatedHostAttribute', {
      DedicatedHostId: id,
      Description: 'changed',
      ActionOnMaintenance: 'Stop',
      AutoPlacement: 'off',
      'NetworkAttributes.SlbUdpTimeout': 310,
    });
    const shown = await one(id);
    assert.deepEqual(
      [shown['DedicatedHostName'], shown['Description'], shown['ActionOnMaintenance']],
      ['before', 'changed', 'Stop'],
    );
    assert.deepEqual(shown['NetworkAttributes'], { SlbUdpTimeout: 310 });
    assert.equal(shown['AutoPlacement'], 'off');
    for (const [given, code] of [
      [{ DedicatedHostName: 'a' }, '400 InvalidDedicatedHostName.Malformed'],
      [{ Description: 'a' }, '400 InvalidDescription.Malformed'],
      [{ 'NetworkAttributes.UdpTimeout': 311 }, '400 InvalidParameter.UdpTimeout'],
      [{ 'NetworkAttributes.SlbUdpTimeout': 14 }, '400 InvalidParameter.SlbUdpTimeout'],
    ] as const) {
      const body = { DedicatedHostId: id, ...given };
      assert.equal(await refusal('ModifyDedicatedHostAttribute', body), code);
    }
    assert.equal(
      await refusal('ModifyDedicatedHostAttribute', { DedicatedHostId: 'dh-1' }),
      '404 InvalidDedicatedHostId.NotFound',
    );
  });

  test('a type that sells its processors more than once has more vCPUs then', async () => {
    const id = await ready({ DedicatedHostType: 'ddh.c6s', CpuOverCommitRatio: 2 });
    const vcpus = async () => ((await one(id))['Capacity'] as Item)['TotalVcpus'];
    assert.equal(await vcpus(), 208);
    const to = (CpuOverCommitRatio: number) =>
      cloud.call('ModifyDedicatedHostAttribute', { DedicatedHostId: id, CpuOverCommitRatio });
    await to(5);
    assert.equal(await vcpus(), 520);
    assert.equal((await one(id))['CpuOverCommitRatio'], 5);
  });
});

describe('what is paid', () => {
  test('renewals take a list with commas as well as JSON', async () => {
    const [first, second] = [await ready(prepaid), await ready(prepaid)];
    const before = (await one(first))['ExpiredTime'];
    await ok('RenewDedicatedHosts', { DedicatedHostIds: `${first},${second}`, Period: 1 });
    await ok('RenewDedicatedHosts', {
      DedicatedHostIds: JSON.stringify([first]),
      Period: 1,
      PeriodUnit: 'Week',
    });
    assert.notEqual((await one(first))['ExpiredTime'], before);
    const refused = (DedicatedHostIds: string, more: Given = {}) =>
      refusal('RenewDedicatedHosts', { DedicatedHostIds, Period: 1, ...more });
    assert.equal(await refused(first, { Period: 10 }), '400 InvalidPeriod');
    assert.equal(
      await refused(first, { PeriodUnit: 'Day' }),
      '400 InvalidPeriodUnit.ValueNotSupported',
    );
    assert.equal(await refused('dh-1'), '400 InvalidDedicatedHostId.NotFound');
    assert.equal(await refused(await ready()), '403 ChargeTypeViolation');
    const [pending = ''] = await bought(prepaid);
    assert.equal(await refused(pending), '403 IncorrectHostStatus');
    await cloud.passTime(MADE_MS);
  });

  test('automatic renewal is set and shown', async () => {
    const id = await ready(prepaid);
    const shown = async () => {
      const given = { DedicatedHostIds: id };
      const answer = await ok('DescribeDedicatedHostAutoRenew', given);
      const list = answer['DedicatedHostRenewAttributes'] as Readonly<Record<string, Item[]>>;
      return list['DedicatedHostRenewAttribute']?.[0];
    };
    const set = (more: Given) =>
      ok('ModifyDedicatedHostAutoRenewAttribute', { DedicatedHostIds: id, ...more });
    const plain = { DedicatedHostId: id, PeriodUnit: 'Month' };
    assert.deepEqual(await shown(), {
      ...plain,
      AutoRenewEnabled: false,
      Duration: 0,
      RenewalStatus: 'Normal',
    });
    await set({ AutoRenew: true, Duration: 3 });
    assert.deepEqual(await shown(), {
      ...plain,
      AutoRenewEnabled: true,
      Duration: 3,
      RenewalStatus: 'AutoRenewal',
    });
    await set({ AutoRenew: true, RenewalStatus: 'NotRenewal' });
    assert.equal((await shown())?.['RenewalStatus'], 'NotRenewal');
    const many = Array.from({ length: 101 }, () => id).join(',');
    for (const [given, code] of [
      [{ Duration: 4 }, '403 InvalidParameter.Duration'],
      [{ RenewalStatus: 'Never' }, '403 InvalidParameter.RenewalStatus'],
      [{ PeriodUnit: 'Day' }, '403 InvalidPeriodUnit.ValueNotSupported'],
      [{ DedicatedHostIds: many }, '403 InvalidParameter.ToManyDedicatedHostIds'],
      [{ DedicatedHostIds: 'dh-1' }, '403 InvalidParameter.InvalidDedicatedHostId'],
      [{ DedicatedHostIds: await ready() }, '403 ChargeTypeViolation'],
    ] as const) {
      const body = { DedicatedHostIds: id, ...given };
      assert.equal(await refusal('ModifyDedicatedHostAutoRenewAttribute', body), code);
    }
    for (const action of [
      'ModifyDedicatedHostAutoRenewAttribute',
      'DescribeDedicatedHostAutoRenew',
    ]) {
      assert.equal(await refusal(action, {}), '403 MissingParameter.DedicatedHostId');
    }
    assert.equal(
      await refusal('DescribeDedicatedHostAutoRenew', { DedicatedHostIds: await ready() }),
      '403 ChargeTypeViolation',
    );
  });

  test('hosts change to a subscription and back, with what is left paid back', async () => {
    const id = await ready();
    const change = (more: Given = {}) =>
      ok('ModifyDedicatedHostsChargeType', { DedicatedHostIds: JSON.stringify([id]), ...more });
    const refused = (more: Given = {}) =>
      refusal('ModifyDedicatedHostsChargeType', { DedicatedHostIds: id, Period: 1, ...more });
    assert.equal(
      await refused({ DedicatedHostChargeType: 'PostPaid' }),
      '400 InvalidInstanceChargeType.ValueNotSupported',
    );
    assert.match(String((await change({ Period: 1 }))['OrderId']), /^\d+$/);
    assert.equal((await one(id))['ChargeType'], 'PrePaid');
    const back = await change({ DedicatedHostChargeType: 'PostPaid', DetailFee: true });
    const { FeeOfInstance } = back['FeeOfInstances'] as { FeeOfInstance: readonly Item[] };
    assert.equal(FeeOfInstance[0]?.['InstanceId'], id);
    assert.ok(Number(FeeOfInstance[0]['Fee']) > 0);
    assert.equal((await one(id))['ChargeType'], 'PostPaid');
    assert.equal(await refused({ Period: 10 }), '400 InvalidPeriod.UnitMismatch');
    assert.equal(await refused({ PeriodUnit: 'Year' }), '400 InvalidPeriod.UnitMismatch');
    assert.equal(
      await refused({ DedicatedHostChargeType: 'Free' }),
      '400 InvalidInstanceChargeType.ValueNotSupported',
    );
    assert.equal(await refused({ DedicatedHostIds: 'dh-1' }), '400 InvalidParameter.InstanceIds');
    const many = Array.from({ length: 21 }, () => id).join(',');
    assert.equal(await refused({ DedicatedHostIds: many }), '400 InstancesIdQuotaExceed');
    await ok('ModifyDedicatedHostAutoReleaseTime', {
      DedicatedHostId: id,
      AutoReleaseTime: '2027-01-03T03:04:00Z',
    });
    assert.equal(await refused(), '400 ReleaseTimeHaveBeenSet');
    const [pending = ''] = await bought();
    assert.equal(
      await refused({ DedicatedHostIds: pending }),
      '400 InvalidStatus.ValueNotSupported',
    );
    await cloud.passTime(MADE_MS);
  });
});

describe('the end of a host', () => {
  test('one that is paid by the hour is released, if nothing is on it', async () => {
    const [id = ''] = await bought();
    const release = (DedicatedHostId: string) =>
      refusal('ReleaseDedicatedHost', { DedicatedHostId });
    assert.equal(await release(id), '400 IncorrectHostStatus.Initializing');
    await cloud.passTime(MADE_MS);
    const [instance = ''] = await cloud.launchRunning({
      ...onHost(id),
    });
    assert.equal(await release(id), '403 InstanceExist');
    await ok('DeleteInstance', { InstanceId: instance, Force: true });
    await cloud.passTime(10_000);
    await ok('ReleaseDedicatedHost', { DedicatedHostId: id });
    assert.equal(await release(id), '404 InvalidDedicatedHostId.NotFound');
    assert.equal(await release(await ready(prepaid)), '400 ChargeTypeViolation');
  });

  test('or at a time, with what is on it then', async () => {
    const id = await ready();
    const [instance = ''] = await cloud.launchRunning(onHost(id));
    const set = (more: Given) => ({ DedicatedHostId: id, ...more });
    const action = 'ModifyDedicatedHostAutoReleaseTime';
    const made = Date.parse(String((await one(id))['CreationTime']));
    const at = new Date(made + 2 * 3_600_000).toISOString();
    const AutoReleaseTime = `${at.slice(0, 19)}Z`;
    assert.equal(
      await refusal(action, set({ AutoReleaseTime: 'soon' })),
      '400 InvalidAutoReleaseTime.Malformed',
    );
    assert.equal(await refusal(action, { DedicatedHostId: 'dh-1' }), '404 NoSuchResource');
    const ahead = { DedicatedHostId: await ready(prepaid), AutoReleaseTime };
    assert.equal(await refusal(action, ahead), '403 ChargeTypeViolation');
    await ok(action, set({ AutoReleaseTime }));
    await ok(action, set({}));
    assert.equal((await one(id))['AutoReleaseTime'], '');
    await ok(action, set({ AutoReleaseTime }));
    await cloud.passTime(3 * 3_600_000);
    assert.deepEqual(await listed({ DedicatedHostIds: JSON.stringify([id]) }), []);
    const { TotalCount } = await ok('DescribeInstances', {
      InstanceIds: JSON.stringify([instance]),
    });
    assert.equal(TotalCount, 0);
  });

  test('an expired one is locked', async () => {
    const id = await ready(prepaid);
    await cloud.passTime(32 * DAY_MS);
    const locked = await listed({ LockReason: 'financial' });
    assert.ok(idsOf(locked).includes(id));
    assert.equal(
      await refusal('ModifyDedicatedHostsChargeType', {
        DedicatedHostIds: id,
        DedicatedHostChargeType: 'PostPaid',
      }),
      '400 ExpiredInstance',
    );
    assert.equal(
      await refusal('RunInstances', runs(onHost(id))),
      '400 InvalidDedicatedHostStatus.NotSupport',
    );
  });

  test('a redeployed one is another machine, where what ran boots again', async () => {
    const id = await ready();
    const [instance = ''] = await cloud.launchRunning(onHost(id));
    const before = (await one(id))['MachineId'];
    await ok('RedeployDedicatedHost', { DedicatedHostId: id });
    assert.notEqual((await one(id))['MachineId'], before);
    const [shown] = await cloud.show([instance]);
    assert.equal(shown?.['Status'], 'Starting');
    await cloud.passTime(10_000);
    assert.equal(
      await refusal('RedeployDedicatedHost', { DedicatedHostId: 'dh-1' }),
      '404 InvalidDedicatedHostId.NotFound',
    );
  });
});

function onHost(DedicatedHostId: string, more: Given = {}): Given {
  return {
    ZoneId: 'cn-guangzhou-a',
    InstanceType: 'ecs.g6.large',
    DedicatedHostId,
    ...more,
  };
}

/** What RunInstances needs besides, where it is to be refused. */
const runs = (more: Given, { vSwitch, group } = network): Given => ({
  ImageId: IMAGE,
  VSwitchId: vSwitch,
  SecurityGroupId: group,
  ...more,
});

describe('launches onto hosts', () => {
  test('take room of the host, and cost nothing but their disks', async () => {
    const id = await ready({ DedicatedHostName: 'shown' });
    const [instance = ''] = await cloud.launchRunning(onHost(id, { Affinity: 'host' }));
    const host = await one(id);
    assert.deepEqual(instancesOf(host), [{ InstanceId: instance, InstanceType: 'ecs.g6.large' }]);
    const { AvailableVcpus, AvailableMemory } = host['Capacity'] as Item;
    assert.deepEqual([AvailableVcpus, AvailableMemory], [102, 376]);
    const [shown] = await cloud.show([instance]);
    assert.deepEqual(shown?.['DedicatedHostAttribute'], {
      DedicatedHostId: id,
      DedicatedHostName: 'shown',
      DedicatedHostClusterId: '',
    });
    assert.deepEqual(shown['DedicatedInstanceAttribute'], { Tenancy: 'host', Affinity: 'host' });
  });

  test('Tenancy alone takes any host that takes part by itself', async () => {
    const own = await startTestCloud();
    const inNetwork = await own.network();
    const run = (more: Given) =>
      own.refusal(
        'RunInstances',
        runs({ InstanceType: 'ecs.g6.large', Tenancy: 'host', ...more }, inNetwork),
      );
    assert.equal(await run({}), '400 NoAvaliableDedicatedHost');
    const buy = { DedicatedHostType: 'ddh.g6', ZoneId: 'cn-guangzhou-a' };
    await own.ok('AllocateDedicatedHosts', { ...buy, AutoPlacement: 'off' });
    await own.passTime(MADE_MS);
    assert.equal(await run({}), '400 NoAvaliableDedicatedHost');
    await own.ok('AllocateDedicatedHosts', buy);
    await own.passTime(MADE_MS);
    await own.launchRunning({
      ZoneId: 'cn-guangzhou-a',
      InstanceType: 'ecs.g6.large',
      Tenancy: 'host',
    });
    await own.stop();
  });

  test('a bid is left unread', async () => {
    const id = await ready();
    const [instance = ''] = await cloud.launchRunning(
      onHost(id, { SpotStrategy: 'SpotWithPriceLimit', SpotPriceLimit: 0.001 }),
    );
    const [shown] = await cloud.show([instance]);
    assert.equal(shown?.['SpotStrategy'], 'NoSpot');
  });

  test('what is paid in advance goes onto a host that is, for no longer than that', async () => {
    const [hourly, ahead] = [await ready(), await ready({ ...prepaid, Period: 2 })];
    const paid = (Period: number) => ({ InstanceChargeType: 'PrePaid', Period });
    assert.equal(
      await refusal('RunInstances', runs(onHost(hourly, paid(1)))),
      '400 ChargeTypeViolation.PostPaidDedicatedHost',
    );
    assert.equal(
      await refusal('RunInstances', runs(onHost(ahead, paid(3)))),
      '400 InvalidPeriod.ExceededDedicatedHost',
    );
    await cloud.launchRunning(onHost(ahead, paid(1)));
  });

  test('a host that is full, of another kind, being made or elsewhere takes none', async () => {
    const id = await ready({ DedicatedHostType: 'ddh.c6' });
    const refused = (more: Given) => refusal('RunInstances', runs(onHost(id, more)));
    assert.equal(
      await refused({ InstanceType: 'ecs.g5.large' }),
      '400 DedicatedHostType.Unmatched',
    );
    assert.equal(
      await refused({ InstanceType: 'ecs.g6.8xlarge', Amount: 2 }),
      '400 NoAvaliableDedicatedHost',
    );
    assert.equal(await refused({ DedicatedHostId: 'dh-1' }), '400 InvalidDedicatedHostId.NotFound');
    const [pending = ''] = await bought();
    assert.equal(
      await refused({ DedicatedHostId: pending }),
      '400 InvalidDedicatedHostStatus.NotSupport',
    );
    await cloud.passTime(MADE_MS);
  });
});
