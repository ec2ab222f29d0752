import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { booksOf } from '#resources/ledger/books.ts';
import { makeAccount } from '../../../../../test/support/make-account.ts';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const MADE_MS = 2_000;
const DAY_MS = 86_400_000;
const Placement = { Zone: 'ap-guangzhou-3' };
const HostChargePrepaid = { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' };

interface Host extends Readonly<Record<string, unknown>> {
  readonly HostId: string;
  readonly InstanceIds: readonly string[];
  readonly HostResource: Readonly<Record<string, unknown>>;
}

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

async function bought(more: object = {}): Promise<string> {
  const body = { Placement, HostChargePrepaid, ...more };
  const { HostIdSet } = await cloud.ok('AllocateHosts', body);
  const [id = ''] = HostIdSet as readonly string[];
  return id;
}

/** One that takes instances. */
async function ready(more: object = {}): Promise<string> {
  const id = await bought(more);
  await cloud.passTime(MADE_MS);
  return id;
}

async function listed(Name: string, ...Values: readonly string[]): Promise<readonly Host[]> {
  const { HostSet } = await cloud.ok('DescribeHosts', { Filters: [{ Name, Values }] });
  return HostSet as readonly Host[];
}

async function one(id: string): Promise<Host> {
  const [host] = await listed('host-id', id);
  assert.ok(host);
  return host;
}

/** Yuan that the account has left. */
async function balance(): Promise<number> {
  const { store, cloud: of } = cloud.server;
  const whose = { account: '100000000001', cloud: of, now: 0 };
  const { balance: microYuan } = await store.write((db) => booksOf({ ...whose, db }));
  return microYuan / 1_000_000;
}

/** On which host of its account's own an instance is. */
function hostOf(shown: Readonly<Record<string, unknown>> | undefined): string {
  assert.ok(shown);
  return (shown['Placement'] as { readonly HostId: string }).HostId;
}

/** A launch onto hosts. */
const cdh = (HostIds: readonly string[] | undefined, more: object = {}) => ({
  ...launchBody,
  Placement: { ...Placement, ...(HostIds !== undefined && { HostIds }) },
  InstanceChargeType: 'CDHPAID',
  InstanceType: 'CDH_1C1G',
  ...more,
});

describe('AllocateHosts', () => {
  test('makes hosts that are PENDING first and RUNNING then', async () => {
    const id = await bought({
      TagSpecification: [{ ResourceType: 'host', Tags: [{ Key: 'myTag', Value: 'cloud' }] }],
      HostChargePrepaid: { Period: 2 },
      Placement: { ...Placement, ProjectId: 7 },
    });
    assert.match(id, /^host-[a-z\d]{8}$/);
    assert.equal((await one(id))['HostState'], 'PENDING');
    await cloud.passTime(MADE_MS);
    assert.deepEqual(await one(id), {
      Placement: { Zone: 'ap-guangzhou-3', ProjectId: 7 },
      HostId: id,
      HostType: 'HS1',
      HostName: '未命名',
      HostChargeType: 'PREPAID',
      // Of a host that is the default (L35854).
      RenewFlag: 'NOTIFY_AND_AUTO_RENEW',
      CreatedTime: '2026-01-02T03:04:05Z',
      ExpiredTime: '2026-03-02T03:04:05Z',
      InstanceIds: [],
      HostState: 'RUNNING',
      CageId: '',
      HostResource: {
        CpuTotal: 32,
        CpuAvailable: 32,
        MemTotal: 96,
        MemAvailable: 96,
        DiskTotal: 0,
        DiskAvailable: 0,
        DiskType: '',
        GpuTotal: 0,
        GpuAvailable: 0,
        ExclusiveOwner: '100000000001',
      },
      Tags: [{ Key: 'myTag', Value: 'cloud' }],
    });
  });

  test('takes up to a hundred, and tells what is wrong', async () => {
    const refused = (more: object) =>
      cloud.refusal('AllocateHosts', { Placement, HostChargePrepaid, ...more });
    assert.equal(await refused({ HostCount: 0 }), 'InvalidParameterValue.Range');
    assert.equal(await refused({ HostCount: 101 }), 'InvalidParameterValue.Range');
    assert.equal(await refused({ HostChargePrepaid: { Period: 13 } }), 'InvalidPeriod');
    assert.equal(await refused({ HostType: 'HS0' }), 'InvalidParameterValue');
    assert.equal(
      await refused({ Placement: { Zone: 'ap-shanghai-2' } }),
      'InvalidZone.MismatchRegion',
    );
    assert.equal(
      await refused({ Placement: { ...Placement, ProjectId: -1 } }),
      'InvalidProjectId.NotFound',
    );
    assert.equal(
      await refused({ Placement: { ...Placement, HostIds: ['host-1122'] } }),
      'InvalidHostId.Malformed',
    );
    assert.equal(
      await refused({ Placement: { Zone: 'ap-guangzhou-1' } }),
      'InvalidParameterValue.ZoneNotSupported',
    );
    const { Error } = await cloud.call('AllocateHosts', { Placement });
    assert.equal(Error?.Code, 'MissingParameter');
    assert.equal(await refused({ HostChargeType: 'POSTPAID_BY_HOUR' }), 'InvalidParameterValue');
  });

  test('refuses more than the quota, the stock and the money allow', async () => {
    const small = await startTestCloud({
      configuration: { dedicatedHostsPerRegionMax: 2, openingBalanceYuan: 8_000 },
      simulator: { stock: [{ type: 'HC20', remaining: 'sold-out' }] },
    } as never);
    const soldOut = 'ResourceInsufficient.ZoneSoldOutForSpecifiedInstance';
    const buy = { Placement, HostChargePrepaid };
    // 32 vCPUs and 96 GiB at the book's 58 and 20 yuan a month.
    const dear = await small.refusal('AllocateHosts', { ...buy, HostCount: 2, HostType: 'HM1' });
    assert.equal(dear, 'InvalidAccount.InsufficientBalance');
    await small.ok('AllocateHosts', { ...buy, HostCount: 2 });
    assert.equal(await small.refusal('AllocateHosts', buy), soldOut);
    await small.stop();
  });

  test('is done once for a token, and not at all where the price is not paid', async () => {
    const ClientToken = 'of-the-test';
    const first = await bought({ ClientToken });
    assert.equal(await bought({ ClientToken }), first);
  });
});

describe('DescribeHosts', () => {
  test('narrows by each filter', async () => {
    const id = await ready({
      HostType: 'HM50',
      Placement: { Zone: 'ap-guangzhou-4', ProjectId: 4_711 },
      TagSpecification: [{ ResourceType: 'host', Tags: [{ Key: 'k', Value: 'v' }] }],
    });
    await cloud.ok('ModifyHostsAttribute', { HostIds: [id], HostName: 'mine' });
    const other = await ready();
    for (const [name, value, not] of [
      ['zone', 'ap-guangzhou-4', 'ap-guangzhou-6'],
      ['project-id', '4711', '4712'],
      ['host-id', id, 'host-00000000'],
      ['host-name', 'mine', 'yours'],
      ['host-type', 'HM50', 'HS50'],
      ['tag-key', 'k', 'l'],
      ['tag-value', 'v', 'w'],
      ['tag:k', 'v', 'w'],
    ] as const) {
      assert.deepEqual(
        (await listed(name, value)).map(({ HostId }) => HostId),
        [id],
        name,
      );
      assert.deepEqual(await listed(name, not), [], name);
    }
    const running = (await listed('host-state', 'RUNNING')).map(({ HostId }) => HostId);
    assert.ok(running.includes(id) && running.includes(other));
    assert.deepEqual(await listed('host-state', 'LAUNCH_FAILURE'), []);
    const { TotalCount, HostSet } = await cloud.ok('DescribeHosts', { Limit: 1, Offset: 1 });
    assert.ok(Number(TotalCount) > 1);
    assert.equal((HostSet as readonly Host[]).length, 1);
  });

  test('refuses filters that are none', async () => {
    const refused = (Name: string, ...Values: readonly string[]) =>
      cloud.refusal('DescribeHosts', { Filters: [{ Name, Values }] });
    assert.equal(await refused('colour', 'red'), 'InvalidFilter');
    assert.equal(await refused('host-id', 'host-1122'), 'InvalidHostId.Malformed');
    assert.equal(await refused('zone', 'ap-shanghai-2'), 'InvalidZone.MismatchRegion');
    assert.equal(await refused('host-state', 'GONE'), 'InvalidParameterValue');
    assert.equal(
      await refused('host-name', 'a', 'b', 'c', 'd', 'e', 'f'),
      'InvalidFilterValue.LimitExceeded',
    );
  });

  test('another account sees none of it', async () => {
    const id = await ready();
    const { key: as } = await makeAccount(cloud.server, 'friend');
    const body = { Filters: [{ Name: 'host-id', Values: [id] }] };
    assert.equal((await cloud.ok('DescribeHosts', body, { as }))['TotalCount'], 0);
    const refused = await cloud.refusal(
      'ModifyHostsAttribute',
      { HostIds: [id], HostName: 'x' },
      { as },
    );
    assert.equal(refused, 'InvalidHostId.NotFound');
    assert.equal(await cloud.refusal('RunInstances', cdh([id]), { as }), 'InvalidHostId.NotFound');
  });
});

describe('ModifyHostsAttribute', () => {
  test('changes one of name and renewal, and the project beside them', async () => {
    const ids = [await ready(), await ready()];
    const modify = (more: object) => cloud.ok('ModifyHostsAttribute', { HostIds: ids, ...more });
    await modify({ HostName: 'a'.repeat(60), ProjectId: 3 });
    await modify({ RenewFlag: 'DISABLE_NOTIFY_AND_MANUAL_RENEW' });
    await modify({ ProjectId: 4 });
    for (const id of ids) {
      const host = await one(id);
      assert.equal(host['HostName'], 'a'.repeat(60));
      assert.equal(host['RenewFlag'], 'DISABLE_NOTIFY_AND_MANUAL_RENEW');
      assert.deepEqual(host['Placement'], { Zone: 'ap-guangzhou-3', ProjectId: 4 });
    }
  });

  test('refuses what is too long, nothing, both, and hosts that are being made', async () => {
    const id = await ready();
    const code = async (more: object) =>
      (await cloud.call('ModifyHostsAttribute', { HostIds: [id], ...more })).Error?.Code;
    assert.equal(await code({ HostName: 'a'.repeat(61) }), 'InvalidParameterValue');
    assert.equal(await code({}), 'MissingParameter');
    const RenewFlag = 'NOTIFY_AND_AUTO_RENEW';
    assert.equal(await code({ HostName: 'a', RenewFlag }), 'InvalidParameter');
    const refused = (HostIds: readonly string[]) =>
      cloud.refusal('ModifyHostsAttribute', { HostIds, RenewFlag });
    assert.equal(await refused(['host-1122']), 'InvalidHostId.Malformed');
    assert.equal(await refused(['host-00000000']), 'InvalidHostId.NotFound');
    assert.equal(await refused([await bought()]), 'InvalidHost.NotSupported');
    await cloud.passTime(MADE_MS);
  });
});

describe('RenewHosts', () => {
  test('pays for longer what InquiryPriceRenewHosts says', async () => {
    const id = await ready({ HostType: 'HM50' });
    const renewal = { HostIds: [id], HostChargePrepaid: { ...HostChargePrepaid, Period: 1 } };
    const { Price } = await cloud.ok('InquiryPriceRenewHosts', { ...renewal, DryRun: true });
    const { HostPrice } = Price as { readonly HostPrice: Readonly<Record<string, number>> };
    // The sample of L22025.
    assert.deepEqual([HostPrice['OriginalPrice'], HostPrice['DiscountPrice']], [37_050, 37_050]);
    const before = await balance();
    await cloud.ok('RenewHosts', renewal);
    assert.equal(before - (await balance()), 37_050);
    assert.match(String((await one(id))['ExpiredTime']), /^2026-03-02T/);
  });

  test('refuses more than a hundred, other periods and hosts that are being made', async () => {
    const id = await ready();
    const refused = (HostIds: readonly string[], Period = 1) =>
      cloud.refusal('RenewHosts', { HostIds, HostChargePrepaid: { Period } });
    assert.equal(await refused([id], 13), 'InvalidPeriod');
    assert.equal(await refused(['host-00000000']), 'InvalidHostId.NotFound');
    assert.equal(await refused(['host-1122']), 'InvalidHostId.Malformed');
    const many = Array.from({ length: 101 }, () => id);
    assert.equal(await refused(many), 'InvalidParameterValue.LimitExceeded');
    assert.equal(await refused([await bought()]), 'InvalidHost.NotSupported');
    const price = await cloud.refusal('InquiryPriceRenewHosts', {
      HostIds: [await bought()],
      HostChargePrepaid,
    });
    assert.equal(price, 'InvalidHost.NotSupported');
    await cloud.passTime(MADE_MS);
  });
});

describe('launches onto hosts', () => {
  test('take room of the host and give it back', async () => {
    const id = await ready();
    const body = cdh([id], { InstanceCount: 2, InstanceType: 'CDH_4C8G' });
    const ids = await cloud.launchRunning(body);
    const host = await one(id);
    assert.deepEqual(host.InstanceIds.toSorted(), [...ids].toSorted());
    const { CpuAvailable, MemAvailable } = host.HostResource;
    assert.deepEqual([CpuAvailable, MemAvailable], [24, 80]);
    const [first = ''] = ids;
    const [shown] = await cloud.show([first]);
    assert.deepEqual(shown?.['Placement'], {
      Zone: 'ap-guangzhou-3',
      ProjectId: 0,
      HostIds: [],
      HostId: id,
    });
    assert.equal(shown?.['InstanceChargeType'], 'CDHPAID');
    const Filters = [{ Name: 'host-id', Values: [id] }];
    assert.equal((await cloud.ok('DescribeInstances', { Filters }))['TotalCount'], 2);
    await cloud.ok('TerminateInstances', { InstanceIds: ids });
    await cloud.passTime(10_000);
    assert.deepEqual((await one(id)).InstanceIds, []);
    assert.equal((await one(id)).HostResource['CpuAvailable'], 32);
  });

  test('a full host takes no more, and launches of others never reach it', async () => {
    const id = await ready();
    const full = cdh([id], { InstanceType: 'CDH_32C96G' });
    const [instance = ''] = await cloud.launchRunning(full);
    const small = cdh([id]);
    assert.equal(
      await cloud.refusal('RunInstances', small),
      'ResourceInsufficient.SpecifiedInstanceType',
    );
    const [shared = ''] = await cloud.launchRunning();
    const [shown] = await cloud.show([shared]);
    assert.equal(hostOf(shown), '');
    await cloud.ok('TerminateInstances', { InstanceIds: [shared] });
    await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
    await cloud.passTime(10_000);
    const [again = ''] = await cloud.launchRunning(small);
    assert.deepEqual((await one(id)).InstanceIds, [again]);
  });

  test('go onto any of the hosts named, or of the account', async () => {
    const two = [await ready(), await ready()];
    const ids = await cloud.launchRunning(
      cdh(two, { InstanceType: 'CDH_32C96G', InstanceCount: 2 }),
    );
    const hosts = [await one(two[0] ?? ''), await one(two[1] ?? '')];
    assert.deepEqual(
      hosts.flatMap(({ InstanceIds }) => InstanceIds).toSorted(),
      [...ids].toSorted(),
    );
    const [any = ''] = await cloud.launchRunning(cdh(undefined));
    const [shown] = await cloud.show([any]);
    assert.match(hostOf(shown), /^host-/);
  });

  test('a host takes the types of its kind alone', async () => {
    const [custom, standard] = [await ready(), await ready({ HostType: 'HS50' })];
    const refused = (id: string, InstanceType: string) =>
      cloud.refusal('RunInstances', cdh([id], { InstanceType }));
    assert.equal(
      await refused(standard, 'CDH_1C1G'),
      'InvalidParameter.HostIdCustomizedInstanceTypeNotSupport',
    );
    assert.equal(
      await refused(custom, 'S5.MEDIUM2'),
      'InvalidParameter.HostIdStandardInstanceTypeNotSupport',
    );
    assert.equal(
      await refused(standard, 'M5.MEDIUM16'),
      'InvalidParameter.HostIdInstanceTypeNotSupport',
    );
    const [id = ''] = await cloud.launchRunning(cdh([standard], { InstanceType: 'S5.MEDIUM2' }));
    assert.deepEqual((await one(standard)).InstanceIds, [id]);
  });

  test('one that is being made, in another zone or for another charge takes none', async () => {
    const pending = await bought();
    assert.equal(
      await cloud.refusal('RunInstances', cdh([pending])),
      'InvalidParameter.HostIdStatusNotSupport',
    );
    await cloud.passTime(MADE_MS);
    const elsewhere = cdh([pending]);
    assert.equal(
      await cloud.refusal('RunInstances', {
        ...elsewhere,
        Placement: { Zone: 'ap-guangzhou-4', HostIds: [pending] },
      }),
      'InvalidParameterCombination',
    );
    const paid = { ...cdh([pending]), InstanceType: 'S5.MEDIUM2' };
    for (const InstanceChargeType of ['POSTPAID_BY_HOUR', 'SPOTPAID']) {
      assert.equal(
        await cloud.refusal('RunInstances', { ...paid, InstanceChargeType }),
        'InvalidParameterCombination',
      );
    }
  });
});

describe('the end of a host', () => {
  test('it takes nothing new when its time is over, and a renewal brings it back', async () => {
    const id = await ready();
    await cloud.passTime(31 * DAY_MS);
    assert.equal((await one(id))['HostState'], 'EXPIRED');
    assert.equal(
      await cloud.refusal('RunInstances', cdh([id])),
      'InvalidParameter.HostIdStatusNotSupport',
    );
    await cloud.ok('RenewHosts', { HostIds: [id], HostChargePrepaid });
    assert.equal((await one(id))['HostState'], 'RUNNING');
    await cloud.passTime(8 * DAY_MS);
    assert.equal((await one(id))['HostState'], 'RUNNING');
  });

  test('it renews itself where that is asked for', async () => {
    const id = await ready({ HostChargePrepaid: { Period: 1 } });
    await cloud.passTime(32 * DAY_MS);
    assert.equal((await one(id))['HostState'], 'RUNNING');
  });

  test('it goes a week later, with what is on it', async () => {
    const id = await ready();
    const [instance = ''] = await cloud.launchRunning(cdh([id]));
    await cloud.passTime(31 * DAY_MS);
    assert.deepEqual((await one(id)).InstanceIds, [instance]);
    await cloud.passTime(8 * DAY_MS);
    assert.deepEqual(await listed('host-id', id), []);
    assert.deepEqual(
      await cloud
        .ok('DescribeInstances', { InstanceIds: [instance] })
        .then(({ TotalCount }) => TotalCount),
      0,
    );
  });
});
