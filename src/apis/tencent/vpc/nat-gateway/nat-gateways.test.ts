import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let vpc: string;
before(async () => {
  const configuration = { natGatewaysPerVpcMax: 3, addressesPerNatGatewayMax: 4 };
  cloud = await startTestCloud({ configuration });
  vpc = await newVpc('10.0.0.0/16');
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function newVpc(CidrBlock: string): Promise<string> {
  const { Vpc } = await ok('CreateVpc', { VpcName: 'one', CidrBlock });
  return (Vpc as { readonly VpcId: string }).VpcId;
}

async function create(body: object = {}): Promise<string> {
  const asked = { VpcId: vpc, NatGatewayName: 'one', AddressCount: 1, ...body };
  const { NatGatewaySet } = await ok('CreateNatGateway', asked);
  return String((NatGatewaySet as readonly Item[])[0]?.['NatGatewayId']);
}

async function shown(id: string): Promise<Item> {
  const { NatGatewaySet } = await ok('DescribeNatGateways', { NatGatewayIds: [id] });
  return (NatGatewaySet as readonly Item[])[0] ?? {};
}

async function ipsOf(id: string): Promise<readonly string[]> {
  const { PublicIpAddressSet } = (await shown(id)) as {
    readonly PublicIpAddressSet?: ReadonlyArray<{ readonly PublicIpAddress: string }>;
  };
  return (PublicIpAddressSet ?? []).map(({ PublicIpAddress }) => PublicIpAddress);
}

/** An elastic address that nothing has: it was that of a gateway that went. */
async function freeIp(): Promise<string> {
  const other = await create({ VpcId: await newVpc('172.16.0.0/16') });
  const [ip = ''] = await ipsOf(other);
  await ok('DeleteNatGateway', { NatGatewayId: other });
  return ip;
}

describe('NAT gateways', () => {
  let gateway: string;

  test('are made at once, as the page shows them', async () => {
    const asked = {
      VpcId: vpc,
      NatGatewayName: 'n'.repeat(60),
      AddressCount: 2,
      Zone: 'ap-guangzhou-4',
      InternetMaxBandwidthOut: 20,
      MaxConcurrentConnection: 3_000_000,
      DeletionProtectionEnabled: true,
      Tags: [{ Key: 'a', Value: '1' }],
    };
    const made = await ok('CreateNatGateway', asked);
    assert.equal(made['TotalCount'], 1);
    const [one] = made['NatGatewaySet'] as readonly Item[];
    gateway = String(one?.['NatGatewayId']);
    assert.match(gateway, /^nat-[a-z0-9]{8}$/);
    assert.deepEqual(await shown(gateway), one);
    const { PublicIpAddressSet, ...rest } = one ?? {};
    const addresses = PublicIpAddressSet as readonly Item[];
    assert.equal(addresses.length, 2);
    assert.match(String(addresses[0]?.['AddressId']), /^eip-/);
    assert.deepEqual([addresses[0]?.['IsBlocked'], addresses[0]?.['BlockType']], [false, 'NORMAL']);
    assert.deepEqual(rest, {
      NatGatewayId: gateway,
      NatGatewayName: 'n'.repeat(60),
      CreatedTime: '2026-01-02 03:04:05',
      State: 'AVAILABLE',
      InternetMaxBandwidthOut: 20,
      MaxConcurrentConnection: 3_000_000,
      NetworkState: 'AVAILABLE',
      DestinationIpPortTranslationNatRuleSet: [],
      VpcId: vpc,
      Zone: 'ap-guangzhou-4',
      DirectConnectGatewayIds: [],
      SubnetId: '',
      TagSet: [{ Key: 'a', Value: '1' }],
      SecurityGroupSet: [],
      SourceIpTranslationNatRuleSet: [],
      IsExclusive: false,
      ExclusiveGatewayBandwidth: 0,
      RestrictState: 'NORMAL',
      NatProductVersion: 1,
      StrictSnatMode: false,
      SmartScheduleMode: false,
      DedicatedClusterId: '',
      DeletionProtectionEnabled: true,
      ConnectionStateTimeouts: {
        UDPMappingTimeout: 10,
        TCPEstablishedConnectionTimeout: 10_800,
        TCPTimeWaitTimeout: 120,
      },
      ExclusiveType: '',
      AutoScaling: false,
      ICMPProxy: true,
      PublicAddressAffinity: true,
    });
  });

  test('a standard one has the size that grows', async () => {
    const standard = await create({ NatProductVersion: 2 });
    const one = await shown(standard);
    assert.deepEqual(
      [one['InternetMaxBandwidthOut'], one['MaxConcurrentConnection'], one['NatProductVersion']],
      [5000, 2_000_000, 2],
    );
    const asked = { NatGatewayId: standard, MaxConcurrentConnection: 1_000_000 };
    assert.equal(await refusal('ResetNatGatewayConnection', asked), 'UnsupportedOperation');
    await ok('DeleteNatGateway', { NatGatewayId: standard });
    assert.deepEqual(await shown(standard), {});
  });

  test('creation is refused in the codes of its page', async () => {
    const refused = (body: object) =>
      refusal('CreateNatGateway', { VpcId: vpc, NatGatewayName: 'x', AddressCount: 1, ...body });
    const long = { NatGatewayName: 'n'.repeat(61) };
    assert.equal(await refused(long), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ NatGatewayName: '' }), 'InvalidParameterValue.Empty');
    assert.equal(await refused({ AddressCount: 0 }), 'InvalidParameterValue.Empty');
    const range = 'InvalidParameterValue.Range';
    assert.equal(await refused({ InternetMaxBandwidthOut: 21 }), range);
    assert.equal(await refused({ MaxConcurrentConnection: 2_000_000 }), range);
    assert.equal(await refused({ NatProductVersion: 3 }), 'UnsupportedOperation');
    assert.equal(await refused({ ExclusiveType: 'ExclusiveSmall' }), 'UnsupportedOperation');
    const ofIps = (...PublicIpAddresses: readonly string[]) =>
      refused({ AddressCount: 0, PublicIpAddresses });
    assert.equal(await ofIps('x'), 'InvalidParameterValue.Malformed');
    const unknown = 'UnsupportedOperation.PublicIpAddressIsNotExisted';
    assert.equal(await ofIps('9.9.9.9'), unknown);
    const [ip = ''] = await ipsOf(gateway);
    assert.equal(await ofIps(ip), 'ResourceInUse.Address');
    const free = await freeIp();
    assert.equal(await ofIps(free, free), 'InvalidParameterValue.Malformed');
    const tooMany = 'LimitExceeded.PublicIpAddressPerNatGatewayLimitExceeded';
    assert.equal(await refused({ AddressCount: 5 }), tooMany);
    assert.equal(await refused({ AddressCount: 4, PublicIpAddresses: [free] }), tooMany);
    const mbps = await refused({ PublicIpAddressesBandwidthOut: 101 });
    assert.equal(mbps, 'InvalidParameterValue.EIPBrandWidthOutInvalid');
    const gone = await refused({ VpcId: 'vpc-00000000' });
    assert.ok(['ResourceNotFound', 'InvalidVpcId.NotFound'].includes(gone), gone);
    const rest = [await create(), await create({ AddressCount: 0, PublicIpAddresses: [free] })];
    assert.deepEqual(await ipsOf(rest[1] ?? ''), [free]);
    assert.equal(await refused({}), 'LimitExceeded.NatGatewayPerVpcLimitExceeded');
    for (const NatGatewayId of rest) await ok('DeleteNatGateway', { NatGatewayId });
  });

  test('bandwidth that is paid in advance grows with a gateway, and does not shrink', async () => {
    const { AddressSet } = await ok('AllocateAddresses', {
      InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH',
      InternetMaxBandwidthOut: 10,
      AddressChargePrepaid: { Period: 1 },
    });
    const AddressIds = AddressSet as readonly string[];
    const shown = async () => {
      const answer = await ok('DescribeAddresses', { AddressIds });
      const [address] = answer['AddressSet'] as ReadonlyArray<Readonly<Record<string, unknown>>>;
      return address;
    };
    const asked = (StockPublicIpAddressesBandwidthOut: number, ip: unknown) => ({
      VpcId: vpc,
      NatGatewayName: 'paid',
      PublicIpAddresses: [ip],
      StockPublicIpAddressesBandwidthOut,
    });
    const ip = (await shown())?.['AddressIp'];
    const lower = await refusal('CreateNatGateway', asked(9, ip));
    assert.equal(lower, 'InvalidParameterValue.EIPBrandWidthOutInvalid');
    const { NatGatewaySet } = await ok('CreateNatGateway', asked(11, ip));
    assert.equal((await shown())?.['Bandwidth'], 11);
    const [made] = NatGatewaySet as ReadonlyArray<{ readonly NatGatewayId: string }>;
    await ok('DeleteNatGateway', { NatGatewayId: made?.NatGatewayId });
  });

  test('are found by each filter of the page', async () => {
    const found = async (Name: string, ...Values: readonly string[]) => {
      const body = { Filters: [{ Name, Values }] };
      return (await ok('DescribeNatGateways', body))['TotalCount'];
    };
    assert.equal(await found('nat-gateway-id', gateway), 1);
    assert.equal(await found('nat-gateway-id', 'nat-00000000'), 0);
    assert.equal(await found('vpc-id', vpc), 1);
    assert.equal(await found('nat-gateway-name', 'n'.repeat(60)), 1);
    assert.equal(await found('nat-gateway-name', 'x'), 0);
    assert.equal(await found('tag-key', 'a'), 1);
    assert.equal(await found('tag-key', 'b'), 0);
    assert.equal(await found('tag:a', '1'), 1);
    assert.equal(await found('nat-state', 'AVAILABLE'), 1);
    assert.equal(await found('nat-state', 'PENDING'), 0);
    const unknown = await ok('DescribeNatGateways', { NatGatewayIds: ['nat-00000000'] });
    assert.deepEqual(unknown['NatGatewaySet'], []);
    const refused = (body: object) => refusal('DescribeNatGateways', body);
    assert.equal(await refused({ NatGatewayIds: ['x'] }), 'InvalidParameterValue.Malformed');
    const Filters = [{ Name: 'colour', Values: ['red'] }];
    assert.equal(await refused({ Filters }), 'InvalidParameter.FilterInvalidKey');
    const both = { NatGatewayIds: [gateway], Filters: [{ Name: 'vpc-id', Values: [vpc] }] };
    assert.equal(await refused(both), 'InvalidParameter.Coexist');
    assert.equal(await refused({ Limit: 101 }), 'InvalidParameterValue.Range');
  });

  test('are changed, what is not named stays', async () => {
    const before = await shown(gateway);
    const modify = (body: object) =>
      ok('ModifyNatGatewayAttribute', { NatGatewayId: gateway, ...body });
    await modify({ NatGatewayName: 'two', InternetMaxBandwidthOut: 50_000 });
    await modify({ PublicAddressAffinity: false, DeletionProtectionEnabled: false });
    const { SecurityGroup } = await ok('CreateSecurityGroup', {
      GroupName: 'g',
      GroupDescription: 'd',
    });
    const group = (SecurityGroup as { readonly SecurityGroupId: string }).SecurityGroupId;
    await modify({ SecurityGroupIds: [group] });
    assert.deepEqual((await shown(gateway))['SecurityGroupSet'], [], 'not asked to be changed');
    await modify({ ModifySecurityGroup: true, SecurityGroupIds: [group] });
    const connections = { NatGatewayId: gateway, MaxConcurrentConnection: 10_000_000 };
    await ok('ResetNatGatewayConnection', connections);
    assert.deepEqual(await shown(gateway), {
      ...before,
      NatGatewayName: 'two',
      InternetMaxBandwidthOut: 50_000,
      MaxConcurrentConnection: 10_000_000,
      SecurityGroupSet: [group],
      DeletionProtectionEnabled: false,
      PublicAddressAffinity: false,
    });
    await modify({ ModifySecurityGroup: true, SecurityGroupIds: [] });
    assert.deepEqual((await shown(gateway))['SecurityGroupSet'], []);

    const refused = (body: object) =>
      refusal('ModifyNatGatewayAttribute', { NatGatewayId: gateway, ...body });
    assert.equal(
      await refused({ NatGatewayName: 'n'.repeat(61) }),
      'InvalidParameterValue.TooLong',
    );
    assert.equal(await refused({ NatGatewayId: 'nat-00000000' }), 'ResourceNotFound');
    assert.equal(await refused({ NatGatewayId: 'x' }), 'InvalidParameterValue.Malformed');
    const wide = await refused({ InternetMaxBandwidthOut: 50_001 });
    assert.equal(wide, 'InvalidParameterValue.Malformed');
    const gone = { ...connections, NatGatewayId: 'nat-00000000' };
    assert.equal(await refusal('ResetNatGatewayConnection', gone), 'ResourceNotFound');
  });

  test('get and lose elastic addresses, and keep the last', async () => {
    const free = await freeIp();
    const [first = '', second = ''] = await ipsOf(gateway);
    const associate = (body: object) =>
      ok('AssociateNatGatewayAddress', { NatGatewayId: gateway, ...body });
    const { RequestId } = await associate({ PublicIpAddresses: [free] });
    const task = await ok('DescribeVpcTaskResult', { TaskId: RequestId });
    assert.equal(task['Status'], 'SUCCESS');
    await associate({ AddressCount: 1 });
    assert.equal((await ipsOf(gateway)).length, 4);
    const refused = (body: object) =>
      refusal('AssociateNatGatewayAddress', { NatGatewayId: gateway, ...body });
    const tooMany = 'LimitExceeded.PublicIpAddressPerNatGatewayLimitExceeded';
    assert.equal(await refused({ AddressCount: 1 }), tooMany);
    assert.equal(await refused({ PublicIpAddresses: [free] }), 'ResourceInUse.Address');
    const unknown = 'UnsupportedOperation.PublicIpAddressIsNotExisted';
    assert.equal(await refused({ PublicIpAddresses: ['9.9.9.9'] }), unknown);
    const off = { AddressCount: 1, IpAddressEnableMode: false };
    assert.equal(await refused(off), 'UnsupportedOperation');
    const gone = { NatGatewayId: 'nat-00000000', AddressCount: 1 };
    assert.equal(await refused(gone), 'ResourceNotFound');

    const dissociate = { NatGatewayId: gateway, PublicIpAddresses: [free, second] };
    await ok('DisassociateNatGatewayAddress', dissociate);
    assert.equal((await ipsOf(gateway)).length, 2);
    const held = (body: object) =>
      refusal('DisassociateNatGatewayAddress', { NatGatewayId: gateway, ...body });
    assert.equal(await held({ PublicIpAddresses: [free] }), 'ResourceNotFound');
    const all = { PublicIpAddresses: await ipsOf(gateway) };
    assert.equal(await held(all), 'UnsupportedOperation.PublicIpAddressDisassociate');
    assert.equal(await held({ PublicIpAddresses: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.ok((await ipsOf(gateway)).includes(first));
  });

  test('lead routes, and are held by them and by protection', async () => {
    const { RouteTable } = await ok('CreateRouteTable', { VpcId: vpc, RouteTableName: 'mine' });
    const { RouteTableId } = RouteTable as { readonly RouteTableId: string };
    const route = { DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'NAT', GatewayId: gateway };
    const { RouteTableSet } = await ok('CreateRoutes', { RouteTableId, Routes: [route] });
    const [made] = RouteTableSet as ReadonlyArray<{ readonly RouteSet: readonly Item[] }>;
    const { GatewayType, GatewayId } = made?.RouteSet[0] ?? {};
    assert.deepEqual([GatewayType, GatewayId], ['NAT', gateway]);
    const other = { ...route, DestinationCidrBlock: '8.0.0.0/8' };
    for (const GatewayId of ['nat-00000000', 'x']) {
      const body = { RouteTableId, Routes: [{ ...other, GatewayId }] };
      const invalid = await refusal('CreateRoutes', body);
      assert.equal(invalid, 'InvalidParameterValue.RouteNextHopInvalid');
    }
    const foreign = await create({ VpcId: await newVpc('172.17.0.0/16') });
    const body = { RouteTableId, Routes: [{ ...other, GatewayId: foreign }] };
    const elsewhere = await refusal('CreateRoutes', body);
    assert.equal(elsewhere, 'InvalidParameterValue.RouteNextHopInvalid');
    await ok('DeleteNatGateway', { NatGatewayId: foreign });

    const named = { NatGatewayId: gateway };
    const routed = await refusal('DeleteNatGateway', named);
    assert.equal(routed, 'UnsupportedOperation.NatGatewayHaveRoute');
    await ok('ModifyNatGatewayAttribute', { ...named, DeletionProtectionEnabled: true });
    const risky = { ...named, IgnoreOperationRisk: true };
    const held = await refusal('DeleteNatGateway', risky);
    assert.equal(held, 'UnsupportedOperation.DeletionProtectionEnabled');
    await ok('ModifyNatGatewayAttribute', { ...named, DeletionProtectionEnabled: false });
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), 'ResourceInUse');
    await ok('DeleteNatGateway', risky);
    assert.equal(await refusal('DeleteNatGateway', named), 'ResourceNotFound');
    const shownNow = await ok('DescribeRouteTables', { RouteTableIds: [RouteTableId] });
    const [table] = shownNow['RouteTableSet'] as ReadonlyArray<{ readonly RouteSet: unknown[] }>;
    assert.equal(table?.RouteSet.length, 1, 'the local one');
  });
});
