import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let vpc: string;
let subnet: string;
let vip: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { haVipsPerVpcMax: 2 } });
  vpc = await createVpc();
  subnet = await createSubnet(vpc);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function createVpc(): Promise<string> {
  const { Vpc } = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  return (Vpc as { readonly VpcId: string }).VpcId;
}

async function createSubnet(VpcId: string): Promise<string> {
  const asked = { VpcId, SubnetName: 'a', CidrBlock: '10.0.1.0/28', Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  return (Subnet as { readonly SubnetId: string }).SubnetId;
}

const named = (body: object = {}) => ({ VpcId: vpc, SubnetId: subnet, HaVipName: 'one', ...body });

async function listed(body: object = {}): Promise<readonly Item[]> {
  const { HaVipSet, TotalCount } = await ok('DescribeHaVips', body);
  const vips = HaVipSet as readonly Item[];
  assert.equal(TotalCount, vips.length);
  return vips;
}

test('an address is taken from its subnet, and shown', async () => {
  const asked = { Vip: '10.0.1.5', CheckAssociate: true, Tags: [{ Key: 'a', Value: '1' }] };
  const { HaVip } = await ok('CreateHaVip', named(asked));
  vip = (HaVip as { readonly HaVipId: string }).HaVipId;
  assert.match(vip, /^havip-[a-z0-9]{8}$/);
  assert.deepEqual(HaVip, {
    HaVipId: vip,
    HaVipName: 'one',
    Vip: '10.0.1.5',
    VpcId: vpc,
    SubnetId: subnet,
    NetworkInterfaceId: '',
    InstanceId: '',
    AddressIp: '',
    State: 'UNBIND',
    CreatedTime: '2026-01-02 03:04:05',
    Business: '',
    HaVipAssociationSet: [],
    CheckAssociate: true,
    CdcId: '',
    FlushedTime: '0000-00-00 00:00:00',
    TagSet: [{ Key: 'a', Value: '1' }],
  });
  assert.deepEqual(await listed({ HaVipIds: [vip] }), [HaVip]);
  assert.equal(await refusal('DeleteSubnet', { SubnetId: subnet }), 'ResourceInUse');
});

test('creation is refused in the codes of its page, and ends with the quota', async () => {
  const refused = (body: object) => refusal('CreateHaVip', named(body));
  assert.equal(await refused({ Vip: '10.0.1.5' }), 'ResourceInUse');
  assert.equal(await refused({ Vip: '10.0.1.1' }), 'InvalidParameterValue.Reserved');
  assert.equal(await refused({ Vip: '10.0.1.14' }), 'InvalidParameterValue.Reserved');
  assert.equal(await refused({ Vip: '10.0.2.5' }), 'InvalidParameterValue.Range');
  assert.equal(await refused({ Vip: 'x' }), 'InvalidParameterValue.Malformed');
  assert.equal(await refused({ HaVipName: 'n'.repeat(61) }), 'InvalidParameterValue.TooLong');
  assert.equal(await refused({ HaVipName: '' }), 'InvalidParameterValue.Malformed');
  assert.equal(await refused({ VpcId: 'vpc-00000000' }), 'ResourceNotFound');
  assert.equal(await refused({ VpcId: 'x' }), 'InvalidParameterValue.Malformed');
  assert.equal(await refused({ SubnetId: 'subnet-00000000' }), 'ResourceNotFound');
  assert.equal(await refused({ VpcId: await createVpc() }), 'ResourceNotFound');
  assert.equal(await refused({ NetworkInterfaceId: 'eni-00000000' }), 'UnsupportedOperation');
  const HaVipAssociationSet = [{ InstanceId: 'ins-00000000' }];
  assert.equal(await refused({ HaVipAssociationSet }), 'ResourceNotFound');
  const { HaVip } = await ok('CreateHaVip', named({ HaVipName: 'n'.repeat(60) }));
  assert.equal(await refused({}), 'LimitExceeded');
  const { HaVipId, Vip } = HaVip as Item;
  assert.match(String(Vip), /^10\.0\.1\.\d+$/);
  await ok('DeleteHaVip', { HaVipId });
});

test('addresses are found by each filter of the page', async () => {
  const found = async (Name: string, ...Values: readonly string[]) =>
    (await listed({ Filters: [{ Name, Values }] })).length;
  assert.equal(await found('havip-id', vip), 1);
  assert.equal(await found('havip-id', 'havip-00000000'), 0);
  assert.equal(await found('havip-name', 'one'), 1);
  assert.equal(await found('havip-name', 'two'), 0);
  assert.equal(await found('vpc-id', vpc), 1);
  assert.equal(await found('vpc-id', 'vpc-00000000'), 0);
  assert.equal(await found('subnet-id', subnet), 1);
  assert.equal(await found('subnet-id', 'subnet-00000000'), 0);
  assert.equal(await found('vip', '10.0.1.5'), 1);
  assert.equal(await found('vip', '10.0.1.6'), 0);
  assert.equal(await found('address-ip', '198.51.100.1'), 0);
  assert.equal(await found('check-associate', 'true'), 1);
  assert.equal(await found('check-associate', 'false'), 0);
  assert.equal(await found('havip-association.instance-id', 'ins-00000000'), 0);
  assert.equal(await found('havip-association.instance-type', 'CVM'), 0);
  assert.equal(await found('cdc-id', 'x'), 0);
  assert.equal(await found('type', 'NORMAL'), 1);
  assert.equal(await found('type', 'GWLB'), 0);
  assert.equal(await found('tag:a', '1'), 1);
  assert.equal((await listed({ HaVipIds: ['havip-00000000'] })).length, 0);
});

test('lists are refused in the codes of their page', async () => {
  const refused = (body: object) => refusal('DescribeHaVips', body);
  const Filters = [{ Name: 'vpc-id', Values: [vpc] }];
  assert.equal(await refused({ HaVipIds: [vip], Filters }), 'InvalidParameter.Coexist');
  const unknown = { Filters: [{ Name: 'colour', Values: ['red'] }] };
  assert.equal(await refused(unknown), 'InvalidParameter.FilterInvalidKey');
  assert.equal(await refused({ HaVipIds: ['x'] }), 'InvalidParameterValue.Malformed');
  const address = { Filters: [{ Name: 'vip', Values: ['x'] }] };
  assert.equal(await refused(address), 'InvalidParameterValue.Malformed');
  assert.equal(await refused({ Limit: 101 }), 'InvalidParameterValue.Range');
  const many = Array.from({ length: 101 }, () => vip);
  assert.equal(await refused({ HaVipIds: many }), 'InvalidParameterValue.LimitExceeded');
});

test('an address is renamed and given back', async () => {
  await ok('ModifyHaVipAttribute', { HaVipId: vip, HaVipName: 'two' });
  assert.equal((await listed())[0]?.['HaVipName'], 'two');
  const refused = (body: object) =>
    refusal('ModifyHaVipAttribute', { HaVipId: vip, HaVipName: 'x', ...body });
  assert.equal(await refused({ HaVipId: 'havip-00000000' }), 'ResourceNotFound');
  assert.equal(await refused({ HaVipName: 'n'.repeat(61) }), 'InvalidParameterValue.TooLong');
  await ok('DeleteHaVip', { HaVipId: vip });
  assert.equal(await refusal('DeleteHaVip', { HaVipId: vip }), 'ResourceNotFound');
  assert.equal(await refusal('DeleteHaVip', { HaVipId: 'x' }), 'InvalidParameterValue.Malformed');
  const { HaVip } = await ok('CreateHaVip', named({ Vip: '10.0.1.5' }));
  await ok('DeleteHaVip', { HaVipId: (HaVip as Item)['HaVipId'] });
  await ok('DeleteSubnet', { SubnetId: subnet });
});

test('an elastic address is bound to one, shown on both, and comes back', async () => {
  const VpcId = await createVpc();
  const place = { VpcId, SubnetId: await createSubnet(VpcId) };
  const { HaVip } = await ok('CreateHaVip', named(place));
  const { HaVipId } = HaVip as { readonly HaVipId: string };
  const { AddressSet } = await ok('AllocateAddresses', { AddressCount: 2 });
  const ids = AddressSet as readonly string[];
  const addresses = async () => {
    const answer = await ok('DescribeAddresses', { AddressIds: ids });
    return (answer['AddressSet'] as readonly Item[]).toSorted((a, b) =>
      String(a['AddressId']).localeCompare(String(b['AddressId'])),
    );
  };
  const [one, two] = (await addresses()).map(({ AddressIp }) => AddressIp);
  const bind = (AddressIp: unknown) => ({ HaVipId, AddressIp });
  await ok('HaVipAssociateAddressIp', bind(one));
  assert.equal((await listed({ HaVipIds: [HaVipId] }))[0]?.['AddressIp'], one);
  assert.equal((await addresses())[0]?.['AddressStatus'], 'BIND');

  const refused = (body: object) => refusal('HaVipAssociateAddressIp', body);
  assert.equal(await refused(bind(two)), 'UnsupportedOperation.BindEIP');
  assert.equal(await refused(bind('one')), 'InvalidParameterValue.Malformed');
  assert.equal(await refused({ HaVipId: 'havip-00000000', AddressIp: two }), 'ResourceNotFound');
  assert.equal(await refusal('DeleteHaVip', { HaVipId }), 'UnsupportedOperation');

  await ok('HaVipDisassociateAddressIp', { HaVipId });
  assert.equal(
    await refusal('HaVipDisassociateAddressIp', { HaVipId }),
    'UnsupportedOperation.UnbindEIP',
  );
  assert.equal((await addresses())[0]?.['AddressStatus'], 'UNBIND');
  const [instance = ''] = await cloud.launchRunning();
  await ok('AssociateAddress', { AddressId: ids.toSorted()[0], InstanceId: instance });
  assert.equal(await refused(bind(one)), 'UnsupportedOperation');
  assert.equal(await refused(bind('100.64.9.9')), 'ResourceNotFound');
  await ok('DeleteHaVip', { HaVipId });
});

test('a route leads to one by its id, and keeps it', async () => {
  const VpcId = await createVpc();
  const SubnetId = await createSubnet(VpcId);
  const made = await ok('CreateHaVip', { VpcId, SubnetId, HaVipName: 'hop' });
  const { HaVipId } = made['HaVip'] as Item;
  const { RouteTable } = await ok('CreateRouteTable', { VpcId, RouteTableName: 'r' });
  const { RouteTableId } = RouteTable as Item;
  const to = (GatewayId: unknown) => {
    const route = { DestinationCidrBlock: '1.0.0.0/8', GatewayType: 'HAVIP', GatewayId };
    return { RouteTableId, Routes: [route] };
  };
  const { RouteTableSet } = await ok('CreateRoutes', to(HaVipId));
  const [{ RouteSet } = { RouteSet: [] }] = RouteTableSet as ReadonlyArray<{
    readonly RouteSet: readonly Item[];
  }>;
  const [{ GatewayType, GatewayId, RouteItemId } = {}] = RouteSet;
  assert.deepEqual([GatewayType, GatewayId], ['HAVIP', HaVipId]);
  assert.equal(await refusal('DeleteHaVip', { HaVipId }), 'UnsupportedOperation');
  await ok('DeleteRoutes', { RouteTableId, Routes: [{ RouteItemId }] });
  const away = await createVpc();
  const inIt = { VpcId: away, SubnetId: await createSubnet(away) };
  const elsewhere = await ok('CreateHaVip', named(inIt));
  const { HaVipId: other } = elsewhere['HaVip'] as Item;
  for (const hop of [other, 'havip-00000000', 'x', '10.0.1.5']) {
    const code = await refusal('CreateRoutes', to(hop));
    assert.equal(code, 'InvalidParameterValue.RouteNextHopInvalid', String(hop));
  }
  await ok('DeleteHaVip', { HaVipId: other });
  await ok('DeleteHaVip', { HaVipId });
});

test('instances and interfaces stand in for an address', async () => {
  const VpcId = await createVpc();
  const SubnetId = await createSubnet(VpcId);
  const at = { VpcId, SubnetId };
  const [InstanceId = ''] = await cloud.launchRunning({ VirtualPrivateCloud: at });
  const set = (...given: readonly object[]) => ({ HaVipAssociationSet: given });
  const made = {
    ...at,
    HaVipName: 'm',
    HaVipAssociationSet: [{ InstanceId, InstanceType: 'CVM' }],
  };
  const { HaVip } = await ok('CreateHaVip', made);
  const { HaVipId, HaVipAssociationSet } = HaVip as Item;
  assert.deepEqual(HaVipAssociationSet, [{ InstanceId, HaVipId, InstanceType: 'CVM' }]);
  const eni = (await ok('CreateNetworkInterface', { ...at, NetworkInterfaceName: 'e' }))[
    'NetworkInterface'
  ] as { readonly NetworkInterfaceId: string };
  const second = { HaVipId, InstanceId: eni.NetworkInterfaceId, InstanceType: 'ENI' };
  await ok('AssociateHaVipInstance', set(second));
  const by = async (Name: string, value: string) =>
    (await listed({ Filters: [{ Name, Values: [value] }] })).map((one) => one['HaVipId']);
  assert.deepEqual(await by('havip-association.instance-id', InstanceId), [HaVipId]);
  assert.deepEqual(await by('havip-association.instance-id', 'ins-00000000'), []);
  assert.deepEqual(await by('havip-association.instance-type', 'ENI'), [HaVipId]);
  const refused = (...given: readonly object[]) => refusal('AssociateHaVipInstance', set(...given));
  const twice = 'InvalidParameterValue.DuplicatedHaVipAssociations';
  assert.equal(await refused(second), twice);
  assert.equal(await refused({ ...second, HaVipId: 'havip-00000000' }), 'ResourceNotFound');
  assert.equal(await refused({ HaVipId, InstanceId: 'ins-00000000' }), 'ResourceNotFound');
  const malformed = 'InvalidParameterValue.Malformed';
  assert.equal(await refused({ HaVipId, InstanceId: 'x' }), malformed);
  assert.equal(await refused({ ...second, InstanceType: 'CVM' }), malformed);
  assert.equal(await refused({ InstanceId }), 'MissingParameter');
  const elsewhere = await cloud.launchRunning();
  const mismatch = 'InvalidParameterValue.ParameterMismatch';
  assert.equal(await refused({ HaVipId, InstanceId: elsewhere[0] }), mismatch);
  const moved = { VpcId, SubnetName: 'b', CidrBlock: '10.0.2.0/28', Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', moved);
  const there = { VpcId, SubnetId: (Subnet as { readonly SubnetId: string }).SubnetId };
  const move = { InstanceIds: [InstanceId], VirtualPrivateCloud: there };
  assert.equal(
    await cloud.refusal('ModifyInstancesVpcAttribute', move),
    'UnsupportedOperation.ElasticNetworkInterface',
  );
  await ok('DisassociateHaVipInstance', set({ HaVipId, InstanceId: second.InstanceId }));
  const none = set({ HaVipId, InstanceId: second.InstanceId });
  assert.equal(await refusal('DisassociateHaVipInstance', none), 'ResourceNotFound');
  await cloud.ok('TerminateInstances', { InstanceIds: [InstanceId] });
  await cloud.passTime(60_000);
  assert.deepEqual(await by('havip-association.instance-type', 'CVM'), []);
  await ok('AssociateHaVipInstance', set(second));
  await ok('DeleteHaVip', { HaVipId });
});
