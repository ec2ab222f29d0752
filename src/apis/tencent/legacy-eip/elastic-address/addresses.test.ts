import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../../cvm-2017/client.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

let cloud: TestCloud;
let legacy: LegacyClient;
let older: Client2017;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
  older = client2017(cloud.server);
});
after(() => cloud.stop());

async function create(): Promise<string> {
  const { data } = await legacy.ok('CreateEip');
  return (data as { readonly eipIds: readonly string[] }).eipIds[0] ?? '';
}

async function listed(parameters: Readonly<Record<string, string | number>> = {}) {
  const { data, totalCount } = await legacy.ok('DescribeEip', parameters);
  const { eipSet } = data as { readonly eipSet: readonly Item[] };
  assert.ok(Number(totalCount) >= eipSet.length);
  return eipSet;
}

const one = async (id: string) => (await listed({ 'eipIds.0': id }))[0];
const remove = (id: string) => legacy.ok('DeleteEip', { 'eipIds.0': id });
const publicOf = async (id: string) => (await cloud.show([id]))[0]?.['PublicIpAddresses'];
const open = { InternetAccessible: { PublicIpAssigned: true, InternetMaxBandwidthOut: 1 } };

test('an address is shown with all that the page has', async () => {
  const id = await create();
  await legacy.ok('ModifyEipAttributes', { eipId: id, eipName: 'front' });
  await cloud.passTime(5_000);
  const shown = await one(id);
  assert.deepEqual(shown, {
    eipId: id,
    eipName: 'front',
    eip: shown?.['eip'],
    ispId: 5,
    status: 4,
    arrears: 0,
    unInstanceId: '',
    createdAt: '2026-01-02 11:04:05',
    updatedAt: '2026-01-02 11:04:05',
    freeSecond: 5,
    type: 0,
    privateIpAddress: '',
    networkInterfaceId: '',
  });
  await remove(id);
  assert.equal(await legacy.refusal('DeleteEip', { 'eipIds.0': id }), '4000 InvalidParameter');
});

test('one request makes five at most, within the quota of the page', async () => {
  const { data } = await legacy.ok('CreateEip', { goodsNum: 5 });
  const { eipIds } = data as { readonly eipIds: readonly string[] };
  assert.equal(eipIds.length, 5);
  assert.equal(await legacy.refusal('CreateEip', { goodsNum: 6 }), '4000 InvalidParameter');
  const quota = (await legacy.ok('DescribeEipQuota'))['data'] as Item;
  assert.equal(quota['eipNumQuota'], 20);
  assert.equal(quota['currentEipNum'], 5);
  assert.equal(quota['dailyApplyQuota'], 40);
  assert.equal(quota['dailyAllocWanIpQuota'], 10);
  const ids = eipIds.map((id, at) => [`eipIds.${at}`, id] as const);
  await legacy.ok('DeleteEip', Object.fromEntries(ids));
});

test('allocated here, bound through 2017, seen by all, given back', async () => {
  const [instance = ''] = await cloud.launchRunning(open);
  const id = await create();
  await older.ok('AssociateAddress', { AddressId: id, InstanceId: instance });
  const shown = await one(id);
  assert.deepEqual(await publicOf(instance), [shown?.['eip']]);
  assert.equal(shown?.['status'], 2);
  assert.equal(shown['unInstanceId'], instance);
  assert.match(String(shown['privateIpAddress']), /^172\./);
  const { AddressSet } = await older.ok('DescribeAddresses', { 'AddressIds.1': id });
  const [seen = {}] = AddressSet as readonly Item[];
  assert.deepEqual(seen, {
    AddressId: id,
    AddressName: '',
    AddressIp: shown['eip'],
    AddressStatus: 'BIND',
    InstanceId: instance,
    NetworkInterfaceId: instance.replace('ins-', 'eni-'),
    PrivateAddressIp: shown['privateIpAddress'],
    IsArrears: false,
    IsBlocked: false,
    CreatedTime: seen['CreatedTime'],
  });
  await legacy.ok('TransformMode', { eipId: id, mode: 1 });
  const vpc = { service: 'vpc' };
  const today = await cloud.ok('DescribeAddresses', { AddressIds: [id] }, vpc);
  const [direct = {}] = today['AddressSet'] as readonly Item[];
  assert.equal(direct['IsEipDirectConnection'], true);
  await legacy.ok('EipUnBindInstance', { eipId: id, allocWanIp: 1 });
  const anew = (await publicOf(instance)) as readonly string[];
  assert.notEqual(anew[0], shown['eip']);
  assert.equal((await one(id))?.['status'], 4);
  await legacy.ok('EipBindInstance', { eipId: id, unInstanceId: instance });
  assert.deepEqual(await publicOf(instance), [shown['eip']]);
  const place = {
    networkInterfaceId: instance.replace('ins-', 'eni-'),
    privateIpAddress: String(shown['privateIpAddress']),
  };
  await legacy.ok('EipUnBindInstance', place);
  assert.equal(await legacy.refusal('EipUnBindInstance', place), '4000 InvalidParameter');
  assert.equal(await legacy.refusal('EipUnBindInstance'), '4000 InvalidParameter');
  await remove(id);
});

test('an ordinary address becomes an elastic one and outlives its instance', async () => {
  const [instance = ''] = await cloud.launchRunning(open);
  const [address] = (await publicOf(instance)) as readonly string[];
  await legacy.ok('TransformWanIpToEip', { unInstanceId: instance });
  await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
  await cloud.passTime(60_000);
  const [kept] = await listed({ 'eips.0': address ?? '' });
  assert.equal(kept?.['status'], 4);
  await remove(String(kept?.['eipId']));
});

test('a list is narrowed and sorted', async () => {
  const [first, second] = [await create(), await create()];
  const [instance = ''] = await cloud.launchRunning();
  await legacy.ok('ModifyEipAttributes', { eipId: first, eipName: 'needle-1' });
  await legacy.ok('EipBindInstance', { eipId: first, unInstanceId: instance });
  const ids = async (parameters: Readonly<Record<string, string | number>>) =>
    (await listed(parameters)).map(({ eipId }) => eipId);
  assert.deepEqual(await ids({ searchKey: 'edle' }), [first]);
  assert.deepEqual(await ids({ 'unInstanceIds.0': instance }), [first]);
  assert.deepEqual(await ids({ 'status.0': 4 }), [second]);
  assert.deepEqual(await ids({ 'status.0': 2 }), [first]);
  assert.deepEqual(await ids({ 'status.0': 0 }), []);
  assert.deepEqual(await ids({ type: 1 }), []);
  assert.deepEqual(await ids({}), [second, first]);
  assert.deepEqual(await ids({ orderType: 0 }), [first, second]);
  assert.deepEqual(await ids({ orderBy: 'status' }), [second, first]);
  assert.deepEqual(await ids({ orderBy: 'status', orderType: 0, limit: 1 }), [first]);
  assert.deepEqual(await ids({ orderBy: 'eip', orderType: 0, offset: 1 }), [second]);
  await legacy.ok('EipUnBindInstance', { eipId: first });
  await Promise.all([first, second].map(remove));
});

test('the pages of 2017 refuse in their own codes', async () => {
  const id = await create();
  const refused: ReadonlyArray<readonly [string, Readonly<Record<string, string>>, string]> = [
    ['AssociateAddress', { AddressId: id }, 'MissingResourceId'],
    ['AssociateAddress', { AddressId: id, PrivateIpAddress: '10.0.0.1' }, 'MissingParameter'],
    [
      'AssociateAddress',
      { AddressId: id, InstanceId: 'ins-00000000', PrivateIpAddress: '10.0.0.1' },
      'InvalidParameterConflict',
    ],
    [
      'AssociateAddress',
      { AddressId: id, InstanceId: 'ins-00000000' },
      'InvalidInstanceId.NotFound',
    ],
    ['DisassociateAddress', { AddressId: id }, 'InvalidAddressIdStatus.NotPermit'],
    ['ReleaseAddresses', { 'AddressIds.1': 'eip-00000000' }, 'InvalidAddressId.NotFound'],
    [
      'ModifyAddressAttribute',
      { AddressId: id, AddressName: 'n'.repeat(21) },
      'InvalidParameterValue.TooLong',
    ],
    ['TransformAddress', { InstanceId: 'ins-00000000' }, 'InvalidInstanceId.NotFound'],
    ['AllocateAddresses', { AddressCount: '6' }, 'InvalidParameter'],
  ];
  for (const [action, parameters, code] of refused) {
    assert.equal(await older.refusal(action, parameters), code, action);
  }
  await older.ok('ModifyAddressAttribute', { AddressId: id, AddressName: 'n'.repeat(20) });
  const { QuotaSet } = await older.ok('DescribeAddressQuota');
  assert.deepEqual(Object.keys((QuotaSet as readonly Item[])[0] ?? {}).toSorted(), [
    'QuotaCurrent',
    'QuotaId',
    'QuotaLimit',
  ]);
  await older.ok('ReleaseAddresses', { 'AddressIds.1': id });
});
