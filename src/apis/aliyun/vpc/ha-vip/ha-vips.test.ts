import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let vSwitch: string;
let vip: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { haVipsPerVpcMax: 1 } });
  ({ vpc, vSwitch } = await cloud.network('10.0.0.0/16'));
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const { HaVips, TotalCount } = await ok('DescribeHaVips', given);
  const { HaVip: vips } = HaVips as { readonly HaVip: readonly Item[] };
  assert.equal(TotalCount, vips.length);
  return vips;
}

test('an address is taken from its vSwitch, and shown', async () => {
  const asked = { VSwitchId: vSwitch, Name: 'one', Description: 'd', 'Tag.1.Key': 'a' };
  const { HaVipId, IpAddress } = await ok('CreateHaVip', asked);
  vip = String(HaVipId);
  const [shown] = await listed();
  assert.deepEqual(shown, {
    AssociatedEipAddresses: { associatedEipAddresse: [] },
    AssociatedInstanceType: '',
    AssociatedInstances: { associatedInstance: [] },
    ChargeType: 'PostPaid',
    CreateTime: '2026-01-02T03:04:05Z',
    Description: 'd',
    HaVipId: vip,
    IpAddress,
    MasterInstanceId: '',
    Name: 'one',
    RegionId: shown?.['RegionId'],
    ResourceGroupId: shown?.['ResourceGroupId'],
    Status: 'Available',
    Tags: { Tag: [{ Key: 'a', Value: '' }] },
    VSwitchId: vSwitch,
    VpcId: vpc,
  });
  const kept = await refusal('DeleteVSwitch', { VSwitchId: vSwitch });
  assert.match(kept, /^400 DependencyViolation/);
});

test('addresses are found by each filter of the page', async () => {
  const [{ IpAddress } = {}] = await listed();
  const found = async (key: string, value: unknown) =>
    (await listed({ 'Filter.1.Key': key, 'Filter.1.Value.1': String(value) })).length;
  assert.equal(await found('HaVipId', vip), 1);
  assert.equal(await found('HaVipId', 'havip-x'), 0);
  assert.equal(await found('VpcId', vpc), 1);
  assert.equal(await found('VpcId', 'vpc-x'), 0);
  assert.equal(await found('VSwitchId', vSwitch), 1);
  assert.equal(await found('VSwitchId', 'vsw-x'), 0);
  assert.equal(await found('HaVipAddress', IpAddress), 1);
  assert.equal(await found('HaVipAddress', 'x'), 0);
  assert.equal(await found('Status', 'Available'), 1);
  assert.equal(await found('Status', 'InUse'), 0);
  assert.equal((await listed({ 'Tags.1.Key': 'a' })).length, 1);
  assert.equal((await listed({ 'Tags.1.Key': 'b' })).length, 0);
  assert.equal((await listed({ ResourceGroupId: 'rg-x' })).length, 0);
  const wrong = { 'Filter.1.Key': 'Colour', 'Filter.1.Value.1': 'red' };
  assert.equal(await refusal('DescribeHaVips', wrong), '400 InvalidFilterKey.ValueNotSupported');
});

test('creation is refused in the codes of its page, and ends with the quota', async () => {
  const [{ IpAddress } = {}] = await listed();
  const refused = (given: Given) => refusal('CreateHaVip', { VSwitchId: vSwitch, ...given });
  assert.equal(await refused({ VSwitchId: 'vsw-x' }), '404 InvalidVSwitchId.NotFound');
  assert.equal(await refused({ IpAddress: 'x' }), '400 InvalidParameter');
  assert.equal(await refused({ Name: 'http://x' }), '400 InvalidParameter');
  assert.equal(await refused({ Name: 'n'.repeat(129) }), '400 InvalidParameter');
  assert.equal(await refused({ Description: 'd'.repeat(256) }), '400 InvalidParameter');
  assert.equal(await refused({}), '400 InvalidParameter', 'the quota is used up');
  const elsewhere = await cloud.network('10.1.0.0/16');
  const more = { VSwitchId: elsewhere.vSwitch, IpAddress: '10.0.0.1' };
  assert.equal(await refused(more), '400 InvalidParameter', 'not one of that vSwitch');
  const taken = { VSwitchId: vSwitch, IpAddress: String(IpAddress) };
  assert.equal(await refused(taken), '400 InvalidParameter');
});

test('a route entry leads to one, and keeps it', async () => {
  const { RouteTableId } = await ok('CreateRouteTable', { VpcId: vpc });
  const hop = { NextHopType: 'HaVip', NextHopId: vip };
  const asked = { RouteTableId: String(RouteTableId), DestinationCidrBlock: '1.0.0.0/8' };
  const { RouteEntryId } = await ok('CreateRouteEntry', { ...asked, ...hop });
  const { RouteEntrys } = await ok('DescribeRouteEntryList', {
    RouteTableId: String(RouteTableId),
    NextHopType: 'HaVip',
  });
  const { RouteEntry } = RouteEntrys as { readonly RouteEntry: readonly Item[] };
  assert.deepEqual(
    RouteEntry.map((entry) => entry['RouteEntryId']),
    [RouteEntryId],
  );
  assert.equal(await refusal('DeleteHaVip', { HaVipId: vip }), '400 IncorrectHaVipStatus');
  await ok('DeleteRouteEntry', { RouteEntryId: String(RouteEntryId) });
  const nothing = { ...asked, ...hop, NextHopId: 'havip-x' };
  assert.equal(await refusal('CreateRouteEntry', nothing), '400 InvalidParameter');
});

test('an elastic address is bound to an address and taken from it', async () => {
  const { AllocationId } = await ok('AllocateEipAddress');
  const eip = String(AllocationId);
  const target = { InstanceType: 'HaVip', InstanceId: vip };
  const bind = (given: Given) => refusal('AssociateEipAddress', { ...target, ...given });
  const gone = await bind({ AllocationId: eip, InstanceId: 'havip-x' });
  assert.equal(gone, '404 InvalidInstanId.NotFound');
  assert.match(await bind({ AllocationId: eip, Mode: 'BINDED' }), /^400 /);
  await ok('AssociateEipAddress', { AllocationId: eip, ...target });
  const [shown] = await listed({ 'Filter.1.Key': 'Status', 'Filter.1.Value.1': 'InUse' });
  const { EipAddresses } = await ok('DescribeEipAddresses', { AllocationId: eip });
  const [its] = (EipAddresses as { readonly EipAddress: readonly Item[] }).EipAddress;
  assert.deepEqual([its?.['InstanceType'], its?.['InstanceId']], ['HaVip', vip]);
  assert.deepEqual(shown?.['AssociatedEipAddresses'], {
    associatedEipAddresse: [its?.['IpAddress']],
  });
  assert.match(await bind({ AllocationId: eip }), /^400 /, 'it is bound');
  const other = String((await ok('AllocateEipAddress'))['AllocationId']);
  assert.equal(await bind({ AllocationId: other }), '400 IncorrectHaVipStatus');
  assert.equal(await refusal('DeleteHaVip', { HaVipId: vip }), '400 IncorrectHaVipStatus');
  const take = (given: Given) => refusal('UnassociateEipAddress', { ...target, ...given });
  assert.match(await take({ AllocationId: other }), /^400 /, 'it is not bound');
  assert.match(await take({ AllocationId: eip, InstanceId: 'havip-x' }), /^4/);
  await ok('UnassociateEipAddress', { AllocationId: eip, ...target });
  assert.equal((await listed())[0]?.['Status'], 'Available');
  for (const id of [eip, other]) await ok('ReleaseEipAddress', { AllocationId: id });
});

test('an address is changed, tagged and given back', async () => {
  await ok('ModifyHaVipAttribute', { HaVipId: vip, Name: 'two', Description: 'd'.repeat(255) });
  const [shown] = await listed();
  assert.deepEqual([shown?.['Name'], shown?.['Description']], ['two', 'd'.repeat(255)]);
  const tagged = { ResourceType: 'HAVIP', 'ResourceId.1': vip, 'Tag.1.Key': 'b' };
  await ok('TagResources', tagged);
  assert.equal((await listed({ 'Tags.1.Key': 'b' })).length, 1);
  for (const action of ['ModifyHaVipAttribute', 'DeleteHaVip']) {
    const refused = await refusal(action, { HaVipId: 'havip-x' });
    assert.equal(refused, '404 InvalidHaVipId.NotFound', action);
  }
  await ok('DeleteHaVip', { HaVipId: vip });
  assert.deepEqual(await listed(), []);
  await ok('DeleteVSwitch', { VSwitchId: vSwitch });
});

test('instances or interfaces stand in for an address', async () => {
  const network = await cloud.network('10.7.0.0/16');
  const other = await cloud.network('10.8.0.0/16');
  const { HaVipId: id } = await ok('CreateHaVip', { VSwitchId: network.vSwitch });
  const HaVipId = String(id);
  const at = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
  const [first = ''] = await cloud.launchRunning(at);
  const [away = ''] = await cloud.launchRunning({
    VSwitchId: other.vSwitch,
    SecurityGroupId: other.group,
  });
  const refused = (given: Given) => refusal('AssociateHaVip', { HaVipId, ...given });
  const [starting = ''] = await cloud.launch(at);
  assert.equal(await refused({ InstanceId: starting }), '400 IncorrectInstanceStatus');
  await cloud.passTime(60_000);
  await ok('AssociateHaVip', { HaVipId, InstanceId: first });
  const shown = async () =>
    (await listed({ 'Filter.1.Key': 'HaVipId', 'Filter.1.Value.1': HaVipId }))[0];
  assert.deepEqual((await shown())?.['AssociatedInstances'], { associatedInstance: [first] });
  assert.deepEqual(
    [(await shown())?.['Status'], (await shown())?.['AssociatedInstanceType']],
    ['InUse', 'EcsInstance'],
  );
  assert.equal(await refused({ InstanceId: first }), '400 IncorrectHaVipStatus');
  assert.equal(await refused({ InstanceId: away }), '400 InvalidParameter');
  assert.equal(await refused({ InstanceId: 'i-x' }), '400 InvalidInstanceId.NotFound');
  const gone = { InstanceId: first, HaVipId: 'havip-x' };
  assert.equal(await refused(gone), '404 InvalidHaVipId.NotFound');
  const ecs = { version: '2014-05-26' };
  const made = await cloud.ok('CreateNetworkInterface', at, ecs);
  const eni = { InstanceId: String(made['NetworkInterfaceId']), InstanceType: 'NetworkInterface' };
  assert.equal(await refused(eni), '400 InvalidParameter', 'never both kinds');
  assert.equal(await refusal('DeleteHaVip', { HaVipId }), '400 IncorrectHaVipStatus');
  await ok('UnassociateHaVip', { HaVipId, InstanceId: first });
  const again = { HaVipId, InstanceId: first };
  assert.equal(await refusal('UnassociateHaVip', again), '400 InvalidInstanceId.NotFound');
  await ok('AssociateHaVip', { HaVipId, ...eni });
  await cloud.ok('DeleteNetworkInterface', { NetworkInterfaceId: eni.InstanceId }, ecs);
  assert.equal((await shown())?.['Status'], 'Available');
  await ok('AssociateHaVip', { HaVipId, InstanceId: first });
  await ok('UnassociateHaVip', { HaVipId, InstanceId: first, Force: 'True' });
  await ok('DeleteHaVip', { HaVipId });
});

test('at most ten of them', async () => {
  const network = await cloud.network('10.9.0.0/16');
  const { HaVipId: id } = await ok('CreateHaVip', { VSwitchId: network.vSwitch });
  const HaVipId = String(id);
  const at = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
  const enis: string[] = [];
  for (let count = 0; count < 11; count += 1) {
    const made = await cloud.ok('CreateNetworkInterface', at, { version: '2014-05-26' });
    enis.push(String(made['NetworkInterfaceId']));
  }
  const asked = (InstanceId: string) => ({ HaVipId, InstanceId, InstanceType: 'NetworkInterface' });
  for (const eni of enis.slice(1)) await ok('AssociateHaVip', asked(eni));
  assert.equal(
    await refusal('AssociateHaVip', asked(enis[0] ?? '')),
    '400 CountLimitExceeded.HaVipOnECSInstance',
  );
});
