import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Sighting } from '#drivers/driver.ts';
import { reconcileInstances } from '#resources/instance/reconcile.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import type { Store } from '#store/store.ts';
import { twice } from '#store/twice.ts';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

const SECOND = 1_000;
const STATUS = '5100 OperationConstraints.InvaildInstanceStatus';
const PASSWORD = 'InvalidParameter.PasswordNotConformSpecs';
const hour = { zoneId: 100003, cpu: 1, mem: 1, imageId: 'img-9qabwvbn', storageSize: 0 } as const;

/** How many of the next writes find the store away. */
let away = { failing: 0 };

function failing(store: Store): Store {
  const both = twice(store);
  const write: Store['write'] = async (work) => {
    away.failing -= 1;
    if (away.failing >= 0) throw new StoreUnavailable('The disk is full.');
    return both.write(work);
  };
  return new Proxy(both, {
    get: (target, name) => (name === 'write' ? write : Reflect.get(target, name, target)),
  });
}

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud({ wrapStore: failing });
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

async function launched(more: Readonly<Record<string, string | number>> = {}): Promise<string> {
  const answer = await legacy.ok('RunInstancesHour', { ...hour, ...more });
  await cloud.passTime(SECOND);
  const [id = ''] = answer['unInstanceIds'] as readonly string[];
  return id;
}

async function listed(filter: Readonly<Record<string, string | number>>): Promise<Item[]> {
  const answer = await legacy.ok('DescribeInstances', filter);
  const set = answer['instanceSet'] as Item[];
  assert.equal(answer['totalCount'], set.length);
  return set;
}

async function shown(id: string): Promise<Item> {
  const [one] = await listed({ 'instanceIds.0': id });
  assert.ok(one, `${id} is not shown`);
  return one;
}

const idsOf = (set: readonly Item[]) => set.map(({ unInstanceId }) => unInstanceId).toSorted();

describe('launching', () => {
  test('by use: the ids in one list, an instance in the words of the page (L53175)', async () => {
    const id = await launched({
      instanceName: '三号',
      instanceType: 'CVM.S2',
      cpu: 2,
      mem: 4,
      bandwidth: 5,
      bandwidthType: 'PayByTraffic',
      storageType: 2,
      storageSize: 50,
      projectId: 7,
      isVpcGateway: 1,
    });
    assert.match(id, /^ins-[a-z0-9]{8}$/);
    const one = await shown(id);
    const expected = {
      instanceName: '三号',
      unInstanceId: id,
      cpu: 2,
      mem: 4,
      bandwidth: 5,
      unImgId: 'img-9qabwvbn',
      status: 2,
      Region: 'gz',
      createTime: '2026-01-02 11:04:05',
      deadlineTime: '0000-00-00 00:00',
      autoRenew: 0,
      projectId: 7,
      cvmPayMode: 2,
      networkPayMode: 2,
      zoneId: 100003,
      zoneName: '广州三区',
      isVpcGateway: 1,
      imageType: '公有镜像',
      os: 'CentOS 7.6 64位',
    };
    assert.deepEqual({ ...one, ...expected }, one);
    assert.match(String(one['instanceId']), /^qcvm[0-9a-f]{32}$/);
    assert.match(String(one['uuid']), /^[0-9a-f-]{36}$/);
    for (const name of ['imageId', 'vpcId', 'subnetId']) assert.equal(typeof one[name], 'number');
    const { storageId, rootId, ...disks } = one['diskInfo'] as Item;
    assert.match(`${String(storageId)} ${String(rootId)}`, /^disk-\w{8} disk-\w{8}$/);
    assert.deepEqual(disks, { storageType: 2, storageSize: 50, rootSize: 50, rootType: 2 });
    const [current] = await cloud.show([id]);
    assert.equal(current?.['InstanceType'], 'S2.MEDIUM4');
    assert.deepEqual(current['SecurityGroupIds'], [], 'no group is bound (L52656)');
    assert.equal(current['Uuid'], one['uuid']);
  });

  test('in advance: by order, which is one of the account’s (L52886-52896)', async () => {
    const answer = await legacy.ok('RunInstances', {
      cpu: 1,
      mem: 2,
      imageId: 'img-9qabwvbn',
      period: 12,
      storageSize: 0,
      goodsNum: 2,
    });
    const [deal = 0] = answer['dealIds'] as readonly number[];
    assert.ok(Number.isSafeInteger(deal));
    const ids = (answer['unInstanceIds'] as Readonly<Record<string, string[]>>)[deal] ?? [];
    assert.equal(ids.length, 2);
    await cloud.passTime(SECOND);
    const one = await shown(ids[0] ?? '');
    assert.equal(one['cvmPayMode'], 1);
    assert.equal(one['networkPayMode'], 1);
    assert.equal(one['deadlineTime'], '2027-01-02 11:04:06');
    assert.equal(one['zoneId'], 100002, 'the first zone of the region that is open');
    const orders = await cloud.server.store.read(({ db }) =>
      db.selectFrom('orders').selectAll().execute(),
    );
    assert.deepEqual(
      orders.map(({ key, kind }) => [Number.parseInt(key, 36), kind]),
      [[deal, 'launch']],
    );
    const renewed = await legacy.ok('RenewInstance', { instanceId: ids[0] ?? '', period: 3 });
    assert.match(String(renewed['dealId']), /^\d+$/);
    assert.equal((await shown(ids[0] ?? ''))['deadlineTime'], '2027-04-02 11:04:06');
    const returned = await legacy.refusal('ReturnInstance', { instanceId: ids[0] ?? '' });
    assert.equal(returned, '5100 InternalError.ResourceOpFailed', 'by ticket alone (L54408)');
  });

  test('one that is paid for longer renews itself as it did before (L54296-54367)', async () => {
    for (const [RenewFlag, autoRenew] of [
      ['NOTIFY_AND_AUTO_RENEW', 1],
      ['DISABLE_NOTIFY_AND_MANUAL_RENEW', 2],
    ]) {
      const answer = await cloud.ok('RunInstances', {
        ...launchBody,
        InstanceChargeType: 'PREPAID',
        InstanceChargePrepaid: { Period: 1, RenewFlag },
      });
      const [instanceId = ''] = answer['InstanceIdSet'] as readonly string[];
      await cloud.passTime(SECOND);
      await legacy.ok('RenewInstance', { instanceId, period: 1 });
      assert.equal((await shown(instanceId))['autoRenew'], autoRenew);
    }
  });

  test('a token makes a repetition answer as the first did, another use is refused', async () => {
    const asked = { ...hour, clientToken: 'once' };
    const first = await legacy.ok('RunInstancesHour', asked);
    assert.deepEqual(await legacy.ok('RunInstancesHour', asked), first);
    const other = await legacy.refusal('RunInstancesHour', { ...asked, goodsNum: 2 });
    assert.equal(other, '4000 InvalidParameter');
    await cloud.passTime(SECOND);
  });

  test('what is refused, with the codes of the page (L53113-53147)', async () => {
    const refusals = [
      [{ zoneId: 200001 }, '4000 InvalidParameter.InvaildZoneId'],
      [{ zoneId: 1 }, '4000 InvalidParameter.InvaildZoneId'],
      [{ zoneId: 100001 }, '5200 OperationFail.SystemBusy'],
      [{ cpu: 1, mem: 3 }, '4000 InvalidParameter'],
      [{ instanceType: 'CVM.X9' }, '4000 InvalidParameter'],
      [{ imageId: 'img-00000000' }, '4000 InvalidParameter'],
      [{ imageType: 1 }, '4000 InvalidParameter'],
      [{ password: 'alllettersxx' }, '4000 InvalidParameter.PasswordNotConformSpecs'],
      [{ password: 'Short1!' }, '4000 InvalidParameter.PasswordNotConformSpecs'],
      [{ password: 'TooLong1!TooLong1!' }, '4000 InvalidParameter.PasswordNotConformSpecs'],
      [{ keyId: 'skey-00000000' }, '4000 InvalidParameter'],
      [{ rootSize: 25 }, '4000 InvalidParameter'],
      [{ rootSize: 60 }, '4000 InvalidParameter'],
      [{ storageSize: 15 }, '4000 InvalidParameter'],
      [{ storageType: 4, storageSize: 50 }, '4000 InvalidParameter'],
      [{ goodsNum: 101 }, '4000 InvalidParameter'],
      [{ vpcId: 'vpc-00000000' }, '4000 InvalidParameter'],
      [{ vpcId: 'vpc-00000000', subnetId: 'subnet-00000000' }, '4000 InvalidParameter'],
      [{ 'privateIpAddresses.0': '10.0.0' }, '4000 InvalidParameter.InvalidIpFormat'],
      [{ 'privateIpAddresses.0': '8.8.8.8' }, '4000 InvalidParameter.IpNotInCidrRange'],
      [{ 'privateIpAddresses.0': '172.16.0.1' }, '4000 InvalidParameter.NotSupportReservedIp'],
      // Of Windows the "|" is no special character (L52772).
      [{ imageId: 'img-m07ny34j', password: 'abcd1234|efg' }, `4000 ${PASSWORD}`],
    ] as const;
    for (const [changed, code] of refusals) {
      const given = { ...hour, ...changed };
      assert.equal(await legacy.refusal('RunInstancesHour', given), code, JSON.stringify(changed));
    }
    const again = {
      ...hour,
      'privateIpAddresses.0': String((await shown(await launched()))['lanIp']),
    };
    const inUse = await legacy.refusal('RunInstancesHour', again);
    assert.equal(inUse, '4000 InvalidParameter.IpInUse');
  });
});

describe('a batch', () => {
  test('that is all done has 0 outside and in each of its details (L51504-51550)', async () => {
    const [one, two] = [await launched(), await launched()];
    const answer = await legacy.ok('StopInstances', { 'instanceIds.0': one, 'instanceIds.1': two });
    const detail = answer['detail'] as Readonly<Record<string, Item>>;
    assert.deepEqual(Object.keys(detail), [one, two]);
    for (const { requestId, ...said } of Object.values(detail)) {
      assert.deepEqual(said, { code: 0, message: '' });
      assert.equal(typeof requestId, 'string');
    }
    assert.equal((await shown(one))['status'], 9);
    await cloud.passTime(SECOND);
    assert.equal((await shown(one))['status'], 4);
  });

  test('that is partly done has 5400, and the others are done (L51554)', async () => {
    const [running, stopped] = [await launched(), await launched()];
    await legacy.ok('StopInstances', { 'instanceIds.1': stopped });
    await cloud.passTime(SECOND);
    const ids = [running, stopped, 'ins-00000000', 'qcvm12345', 'nonsense'];
    const asked = Object.fromEntries(ids.map((id, at) => [`instanceIds.${at + 1}`, id]));
    const answer = await legacy.call('RestartInstances', { ...asked, forceStop: 1 });
    assert.equal(answer.code, 5400);
    assert.equal(answer.codeDesc, 'InternalError.ResourceOpFailed');
    const detail = answer['detail'] as Readonly<Record<string, Item>>;
    assert.deepEqual(
      ids.map((id) => detail[id]?.['code']),
      [0, 5100, 5100, 5100, 5100],
    );
    const told = String(detail['nonsense']?.['message']);
    assert.match(told, /^\(OperationConstraints\.InvaildInstanceStatus\).*`nonsense`/);
    assert.match(String(detail[stopped]?.['message']), /has the status 4/);
    assert.equal((await shown(running))['status'], 7);
    await cloud.passTime(SECOND);
  });

  test('of which nothing is done has 5100 (L51552)', async () => {
    const running = await launched();
    const answer = await legacy.call('StartInstances', { 'instanceIds.0': running });
    assert.equal(answer.code, 5100);
    assert.equal((await shown(running))['status'], 2);
    assert.equal(await legacy.refusal('StartInstances'), '4000 InvalidParameter');
  });

  test('in which the cloud itself fails says so of each, or of all if none is done', async () => {
    const ids = [await launched(), await launched()];
    const asked = Object.fromEntries(ids.map((id, at) => [`instanceIds.${at}`, id]));
    away = { failing: 1 };
    const some = await legacy.call('StopInstances', asked);
    assert.equal(some.code, 5400);
    const detail = some['detail'] as Readonly<Record<string, Item>>;
    const codes = ids.map((id) => detail[id]?.['code']);
    assert.deepEqual(codes.toSorted(), [0, 6000]);
    const stopping = await Promise.all(ids.map(async (id) => (await shown(id))['status'] === 9));
    assert.deepEqual(
      stopping,
      codes.map((code) => code === 0),
    );
    away = { failing: 2 };
    const none = await legacy.call('StopInstances', asked);
    assert.deepEqual([none.code, none.codeDesc], [6000, 'InternalError']);
    away = { failing: 0 };
    await cloud.passTime(SECOND);
  });

  test('takes both ids of an instance, and does it once where both are given', async () => {
    const id = await launched();
    const older = String((await shown(id))['instanceId']);
    const both = { 'instanceIds.0': older, 'instanceIds.1': id };
    const answer = await legacy.ok('StopInstances', both);
    assert.deepEqual(Object.keys(answer['detail'] as object), [older, id]);
    await cloud.passTime(SECOND);
    await legacy.ok('StartInstances', { 'instanceIds.0': older });
    assert.equal((await shown(id))['status'], 8);
    await cloud.passTime(SECOND);
    await legacy.ok('ReturnInstance', { instanceId: older });
    await cloud.passTime(SECOND);
    assert.deepEqual(await listed({ 'instanceIds.0': id }), []);
    assert.equal(await legacy.refusal('ReturnInstance', { instanceId: older }), STATUS);
  });
});

describe('DescribeInstances', () => {
  test('narrows by each of its filters, and by all of them (L52246-52262)', async () => {
    const a = await launched({ instanceName: 'alpha-filter', bandwidth: 1, projectId: 31 });
    const b = await launched({ instanceName: 'beta-filter', zoneId: 100004 });
    const one = await shown(a);
    const [address] = one['wanIpSet'] as readonly string[];
    const privately = String((await shown(b))['lanIp']);
    const both = [a, b].toSorted();
    assert.deepEqual(idsOf(await listed({ searchWord: '-filter' })), both);
    assert.deepEqual(idsOf(await listed({ searchWord: '-filter', zoneId: 100004 })), [b]);
    assert.deepEqual(idsOf(await listed({ projectId: 31 })), [a]);
    const addresses = { 'lanIps.0': address ?? '', 'lanIps.1': privately };
    assert.deepEqual(idsOf(await listed(addresses)), both, 'public and private ones together');
    assert.deepEqual(await listed({ 'lanIps.0': 'no address' }), []);
    await legacy.ok('StopInstances', { 'instanceIds.0': b });
    await cloud.passTime(SECOND);
    assert.deepEqual(idsOf(await listed({ status: 4, searchWord: 'beta' })), [b]);
    assert.deepEqual(await listed({ status: 14 }), [], 'nothing is ever being reinstalled');
    assert.deepEqual(await listed({ 'instanceIds.0': 'qcvm12345' }), []);
    const older = String(one['instanceId']);
    assert.deepEqual(idsOf(await listed({ 'instanceIds.7': older, 'instanceIds.9': b })), both);
    const page = await legacy.ok('DescribeInstances', { searchWord: '-filter', limit: 1 });
    assert.equal(page['totalCount'], 2);
    assert.deepEqual(idsOf(page['instanceSet'] as Item[]), [b], 'the newest first');
  });

  test('shows what another generation launched, by the nearest words it has', async () => {
    const [id = ''] = await cloud.launchRunning({
      InstanceChargeType: 'PREPAID',
      InstanceChargePrepaid: { Period: 1, RenewFlag: 'NOTIFY_AND_AUTO_RENEW' },
      SystemDisk: { DiskType: 'CLOUD_BSSD', DiskSize: 50 },
      DataDisks: [
        { DiskType: 'CLOUD_PREMIUM', DiskSize: 10 },
        { DiskType: 'CLOUD_PREMIUM', DiskSize: 20 },
      ],
    });
    const one = await shown(id);
    assert.equal(one['autoRenew'], 1);
    const { rootType, storageType, storageSize } = one['diskInfo'] as Item;
    assert.deepEqual([rootType, storageType, storageSize], [4, 5, 10]);
    await cloud.ok('TerminateInstances', { InstanceIds: [id] });
    assert.equal((await shown(id))['status'], 5, 'returned, and in the recycle bin');
  });

  test('one whose machine is gone has the status 1, until it is returned (L52195)', async () => {
    const id = await launched({ instanceName: 'gone' });
    const { store, clock } = cloud.server;
    const nothing: Sighting = { machines: new Map(), away: new Set(), isWhole: true };
    const look = () => Promise.resolve(nothing);
    const now = () => clock.clock.now();
    await reconcileInstances({ store, look, now }, [id.replace('ins-', '')]);
    assert.equal((await shown(id))['status'], 1);
    assert.deepEqual(idsOf(await listed({ status: 1 })), [id]);
    assert.deepEqual(await listed({ status: 4, searchWord: 'gone' }), []);
    const { detail } = await legacy.call('RestartInstances', { 'instanceIds.0': id });
    assert.match(
      JSON.stringify(detail),
      /\(OperationConstraints\.InvaildInstanceStatus\).*is gone/,
    );
    await cloud.ok('TerminateInstances', { InstanceIds: [id] });
    assert.equal((await shown(id))['status'], 6, 'being released, whatever its machine is');
  });

  test('a launch that failed has the status -1', async () => {
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create', times: 1 });
    const id = await launched();
    await cloud.passTime(5 * SECOND);
    const one = await shown(id);
    assert.equal(one['status'], -1);
    assert.deepEqual(one['diskInfo'], { rootSize: 0, rootType: 4 });
  });
});
