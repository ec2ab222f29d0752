import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { tencentClient } from '../../../../../test/support/tencent-client.ts';
import { aliyunId, parseAliyunId } from '../../ids.ts';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;
const START = Date.UTC(2026, 0, 2, 3, 4, 5);

let cloud: TestCloud;
let vpc: string;
let vSwitch: string;
let instance: string;
let privateIp: string;
before(async () => {
  const configuration = {
    natGatewaysPerVpcMax: 3,
    snatRulesPerGatewayMax: 2,
    dnatRulesPerGatewayMax: 3,
  };
  cloud = await startTestCloud({ configuration });
  const network = await cloud.network('10.0.0.0/16');
  ({ vpc, vSwitch } = network);
  const launch = { VSwitchId: vSwitch, SecurityGroupId: network.group };
  [instance = ''] = await cloud.launchRunning(launch);
  const { VpcAttributes } = await cloud.showOne(instance);
  const { PrivateIpAddress } = VpcAttributes as {
    readonly PrivateIpAddress: { readonly IpAddress: readonly string[] };
  };
  [privateIp = ''] = PrivateIpAddress.IpAddress;
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);

const asked = (more: Given = {}) => ({
  VpcId: vpc,
  VSwitchId: vSwitch,
  NatType: 'Enhanced',
  ...more,
});

async function create(more: Given = {}): Promise<string> {
  return String((await ok('CreateNatGateway', asked(more)))['NatGatewayId']);
}

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const answer = await ok('DescribeNatGateways', given);
  const { NatGateway } = answer['NatGateways'] as { readonly NatGateway: readonly Item[] };
  assert.equal(answer['TotalCount'], NatGateway.length);
  return NatGateway;
}

async function shown(NatGatewayId: string): Promise<Item> {
  return (await listed({ NatGatewayId }))[0] ?? {};
}

/** The custom routes of the main table. */
async function routes(): Promise<readonly Item[]> {
  const { RouteTables } = await ok('DescribeRouteTables', { VRouterId: router(), Type: 'Custom' });
  const [main] = (
    RouteTables as {
      readonly RouteTable: ReadonlyArray<{
        readonly RouteEntrys: { readonly RouteEntry: readonly Item[] };
      }>;
    }
  ).RouteTable;
  return main?.RouteEntrys.RouteEntry ?? [];
}

function router(): string {
  const parsed = parseAliyunId('vpc', vpc);
  return parsed === 'unknown' ? '' : aliyunId('router', parsed.key);
}

/** Public addresses for a gateway, new ones, which the other vendor gives it. */
async function giveAddresses(gateway: string, count: number): Promise<readonly string[]> {
  const parsed = parseAliyunId('nat-gateway', gateway);
  const NatGatewayId = `nat-${parsed === 'unknown' ? '' : parsed.key}`;
  const secret = 'secret-of-the-tests';
  const { url } = cloud.server;
  const client = tencentClient(url, { id: 'AKIDofTheTests', secret, now: () => START });
  const body = { NatGatewayId, AddressCount: count };
  const given = await client.call('AssociateNatGatewayAddress', body, 'vpc');
  client.close();
  assert.equal(given.Error, undefined);
  const { IpLists } = (await shown(gateway)) as {
    readonly IpLists?: { readonly IpList: ReadonlyArray<{ readonly IpAddress: string }> };
  };
  return (IpLists?.IpList ?? []).map(({ IpAddress }) => IpAddress);
}

describe('NAT gateways', () => {
  let gateway: string;

  test('are made at once, as the page shows them, and lead out', async () => {
    const made = await ok('CreateNatGateway', asked({ Name: 'one', 'Tag.1.Key': 'a' }));
    gateway = String(made['NatGatewayId']);
    assert.match(gateway, /^ngw-[a-z0-9]{20}$/);
    const { ForwardTableIds, SnatTableIds, FullNatTableIds } = made;
    assert.match(JSON.stringify(SnatTableIds), /^\{"SnatTableId":\["stb-[a-z0-9]{20}"\]\}$/);
    assert.match(JSON.stringify(ForwardTableIds), /^\{"ForwardTableId":\["ftb-[a-z0-9]{20}"\]\}$/);
    assert.deepEqual(FullNatTableIds, { FullNatTableId: [] });
    const { NatGatewayPrivateInfo, ...one } = await shown(gateway);
    const { PrivateIpAddress, ...place } = NatGatewayPrivateInfo as Item;
    assert.match(String(PrivateIpAddress), /^10\.0\.1\./);
    assert.deepEqual(place, {
      EniInstanceId: '',
      EniType: 'Secondary',
      IzNo: 'cn-guangzhou-a',
      MaxBandwidth: 5120,
      MaxSessionEstablishRate: 100_000,
      MaxSessionQuota: 2_000_000,
      VswitchId: vSwitch,
    });
    assert.deepEqual(one, {
      AccessMode: { ModeValue: '', TunnelType: '' },
      AutoPay: false,
      AvailabilityMode: '',
      BusinessStatus: 'Normal',
      CreationTime: '2026-01-02T03:04:06Z',
      DeletionProtection: false,
      Description: '',
      EcsMetricEnabled: false,
      EipBindMode: 'MULTI_BINDED',
      EnableSessionLog: 'false',
      ExpiredTime: '',
      ForwardTableIds,
      FullNatTableIds,
      IcmpReplyEnabled: true,
      InstanceChargeType: 'PostPaid',
      InternetChargeType: 'PayByLcu',
      IpLists: { IpList: [] },
      IpPrefixList: { IpPrefixList: [] },
      Name: 'one',
      NatGatewayId: gateway,
      NatType: 'Enhanced',
      NetworkType: 'internet',
      PrivateLinkEnabled: false,
      PrivateLinkMode: '',
      RegionId: 'cn-guangzhou',
      ResourceGroupId: '',
      SecurityProtectionEnabled: false,
      SnatTableIds,
      Spec: '',
      Status: 'Available',
      Tags: { Tag: [{ TagKey: 'a', TagValue: '' }] },
      VpcId: vpc,
    });
    const [route] = await routes();
    const { DestinationCidrBlock, InstanceId, NextHopType } = route ?? {};
    assert.deepEqual(
      [DestinationCidrBlock, InstanceId, NextHopType],
      ['0.0.0.0/0', gateway, 'NatGateway'],
    );
  });

  test('creation is refused in the codes of its page', async () => {
    const refused = (more: Given) => refusal('CreateNatGateway', asked(more));
    assert.equal(await refused({ Name: 'x' }), '400 InvalidNatGatewayName.MalFormed');
    assert.equal(await refused({ Name: '1x' }), '400 InvalidNatGatewayName.MalFormed');
    const long = { Name: `n${'x'.repeat(128)}` };
    assert.equal(await refused(long), '400 InvalidNatGatewayName.MalFormed');
    const http = { Description: 'http://a' };
    assert.equal(await refused(http), '400 InvalidNatGatewayDescription.MalFormed');
    const normal = await refused({ NatType: 'Normal' });
    assert.equal(normal, '400 OperationFailed.NormalInventoryNotEnough');
    const wrong: readonly Given[] = [
      { NetworkType: 'intranet' },
      { InstanceChargeType: 'PrePaid' },
      { PrivateLinkEnabled: true },
      { 'AccessMode.ModeValue': 'route' },
      { Ipv4Prefix: '10.0.1.0/28' },
    ];
    for (const one of wrong) assert.equal(await refused(one), '400 InvalidParameter');
    const spec = await refused({ Spec: 'Huge' });
    assert.equal(spec, '400 InvalidParameter.Spec.ValueNotSupported');
    assert.equal(await refused({ VpcId: 'vpc-nobody' }), '404 InvalidVpcId.NotFound');
    assert.equal(await refused({ VSwitchId: 'vsw-nobody' }), '404 InvalidVSwitchId.NotFound');
    const { VSwitchId: _, ...lacking } = asked();
    assert.equal(await refusal('CreateNatGateway', lacking), '400 MissingParameter');
    const other = await cloud.network('172.16.0.0/16');
    const elsewhere = await refused({ VSwitchId: other.vSwitch });
    assert.equal(elsewhere, '400 OperationFailed.VswNotBelongToVpc');
    const two = await create({ Name: `n${'x'.repeat(127)}`, NatIp: '10.0.1.100' });
    const { NatGatewayPrivateInfo: place } = await shown(two);
    assert.equal((place as Item)['PrivateIpAddress'], '10.0.1.100');
    const taken = await refused({ NatIp: '10.0.1.100' });
    assert.equal(taken, '400 InvalidParameter');
    assert.equal(await refused({ NatIp: 'x' }), '400 InvalidParameter');
    const three = await create();
    assert.equal((await shown(three))['Name'], three, 'an id for a name');
    assert.equal(await refused({}), '400 QuotaExceeded');
    assert.equal((await routes()).length, 1, 'the first leads out');
    for (const NatGatewayId of [two, three]) await ok('DeleteNatGateway', { NatGatewayId });
  });

  test('are found by each parameter of the page', async () => {
    const found = async (given: Given) => (await listed(given)).length;
    assert.equal(await found({ NatGatewayId: gateway }), 1);
    assert.equal(await found({ NatGatewayId: 'ngw-nobody' }), 0);
    assert.equal(await found({ VpcId: vpc }), 1);
    assert.equal(await found({ VpcId: 'vpc-nobody' }), 0);
    assert.equal(await found({ Name: 'one' }), 1);
    assert.equal(await found({ Name: 'two' }), 0);
    assert.equal(await found({ ZoneId: 'cn-guangzhou-a' }), 1);
    assert.equal(await found({ ZoneId: 'cn-guangzhou-b' }), 0);
    assert.equal(await found({ Status: 'Available' }), 1);
    assert.equal(await found({ Status: 'Creating' }), 0);
    assert.equal(await found({ NatType: 'Enhanced' }), 1);
    assert.equal(await found({ NatType: 'Normal' }), 0);
    assert.equal(await found({ NetworkType: 'internet' }), 1);
    assert.equal(await found({ NetworkType: 'intranet' }), 0);
    assert.equal(await found({ InstanceChargeType: 'PostPaid' }), 1);
    assert.equal(await found({ InstanceChargeType: 'PrePaid' }), 0);
    assert.equal(await found({ Spec: 'Small' }), 0);
    assert.equal(await found({ 'Tag.1.Key': 'a' }), 1);
    assert.equal(await found({ 'Tag.1.Key': 'b' }), 0);
    assert.equal(await refusal('DescribeNatGateways', { PageSize: 51 }), '400 InvalidParameter');
    const tried = await refusal('DescribeNatGateways', { DryRun: true });
    assert.equal(tried, '400 DryRunOperation');
    const tags = await ok('ListTagResources', {
      ResourceType: 'NATGATEWAY',
      'ResourceId.1': gateway,
    });
    assert.match(JSON.stringify(tags['TagResources']), /"TagKey":"a"/);
  });

  test('are changed, what is not named stays', async () => {
    const before = await shown(gateway);
    await ok('ModifyNatGatewayAttribute', { NatGatewayId: gateway, Name: 'n'.repeat(128) });
    const more = { Description: 'd', IcmpReplyEnabled: false, EipBindMode: 'NAT' };
    await ok('ModifyNatGatewayAttribute', { NatGatewayId: gateway, ...more });
    const changed = { ...before, ...more, Name: 'n'.repeat(128) };
    assert.deepEqual(await shown(gateway), changed);
    const got = await ok('GetNatGatewayAttribute', { NatGatewayId: gateway });
    const { Name, Description, SnatTable, PrivateInfo } = got;
    assert.deepEqual([Name, Description], ['n'.repeat(128), 'd']);
    assert.deepEqual((SnatTable as Item)['SnatEntryCount'], 0);
    assert.equal((PrivateInfo as Item)['VswitchId'], vSwitch);
    const refused = (given: Given) =>
      refusal('ModifyNatGatewayAttribute', { NatGatewayId: gateway, ...given });
    assert.equal(await refused({ Name: 'n'.repeat(129) }), '400 InvalidParameter.Name.Malformed');
    const http = await refused({ Description: 'https://a' });
    assert.equal(http, '400 InvalidParameter.Description.Malformed');
    assert.equal(await refused({ EnableSessionLog: true }), '400 InvalidParameter');
    assert.equal(await refused({ EipBindMode: 'MULTI_BINDED' }), '400 InvalidParameter');
    const unknown = await refused({ NatGatewayId: 'ngw-nobody' });
    assert.equal(unknown, '404 InvalidNatGatewayId.NotFound');
    for (const action of ['GetNatGatewayAttribute', 'DeleteNatGateway']) {
      const gone = await refusal(action, { NatGatewayId: 'ngw-nobody' });
      assert.equal(gone, '404 InvalidNatGatewayId.NotFound');
    }
  });

  test('one that is paid for its size gets another', async () => {
    const sized = await create({ Spec: 'Small' });
    const change = (Spec: string) => ({ NatGatewayId: sized, Spec });
    const one = await shown(sized);
    assert.deepEqual([one['InternetChargeType'], one['Spec']], ['PayBySpec', 'Small']);
    const same = await refusal('ModifyNatGatewaySpec', change('Small'));
    assert.equal(same, '400 NATGW_MODIFY_SPEC_SAME');
    const unsold = '400 InvalidParameter.Spec.ValueNotSupported';
    assert.equal(await refusal('ModifyNatGatewaySpec', change('Huge')), unsold);
    const usage = { NatGatewayId: gateway, Spec: 'Small' };
    assert.equal(await refusal('ModifyNatGatewaySpec', usage), unsold);
    await ok('ModifyNatGatewaySpec', change('XLarge.1'));
    assert.equal((await shown(sized))['Spec'], 'XLarge.1');
    const type = { NatGatewayId: sized, NatType: 'Enhanced', VSwitchId: vSwitch };
    assert.equal(await refusal('UpdateNatGatewayNatType', type), '400 InvalidParameter');
    const gone = { ...type, NatGatewayId: 'ngw-nobody' };
    const unknown = await refusal('UpdateNatGatewayNatType', gone);
    assert.equal(unknown, '404 InvalidNatGatewayId.NotFound');
    await ok('DeleteNatGateway', { NatGatewayId: sized });
  });

  test('are held by protection, entries, addresses and routes', async () => {
    const protect = (ProtectionEnable: boolean) =>
      ok('DeletionProtection', { InstanceId: gateway, Type: 'NATGW', ProtectionEnable });
    await protect(true);
    assert.equal((await shown(gateway))['DeletionProtection'], true);
    const refused = (more: Given = {}) =>
      refusal('DeleteNatGateway', { NatGatewayId: gateway, ...more });
    assert.equal(await refused({ Force: true }), '400 InvalidOperation.DeletionProtection');
    await protect(false);
    const unknown = { InstanceId: 'ngw-nobody', Type: 'NATGW', ProtectionEnable: true };
    assert.equal(await refusal('DeletionProtection', unknown), '404 InvalidNatGatewayId.NotFound');
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), '400 DependencyViolation.VSwitch');

    const { RouteTableId } = await ok('CreateRouteTable', { VpcId: vpc });
    const entry = {
      RouteTableId: String(RouteTableId),
      DestinationCidrBlock: '8.0.0.0/8',
      NextHopType: 'NatGateway',
      NextHopId: gateway,
    };
    const { RouteEntryId } = await ok('CreateRouteEntry', entry);
    assert.equal(await refused(), '400 DependencyViolation.RouterEntry');
    await ok('DeleteRouteEntry', { RouteEntryId: String(RouteEntryId) });
    await giveAddresses(gateway, 1);
    assert.equal(await refused(), '400 DependencyViolation.EIPS');
    await ok('DeleteNatGateway', { NatGatewayId: gateway, Force: true });
    assert.deepEqual(await listed(), []);
    assert.deepEqual(await routes(), [], 'the route goes with it');
  });
});

describe('entries', () => {
  let gateway: string;
  let SnatTableId: string;
  let ForwardTableId: string;
  let ips: readonly string[];
  before(async () => {
    gateway = await create();
    ips = await giveAddresses(gateway, 3);
    const { SnatTableIds, ForwardTableIds } = (await shown(gateway)) as unknown as {
      readonly SnatTableIds: { readonly SnatTableId: readonly string[] };
      readonly ForwardTableIds: { readonly ForwardTableId: readonly string[] };
    };
    [SnatTableId = ''] = SnatTableIds.SnatTableId;
    [ForwardTableId = ''] = ForwardTableIds.ForwardTableId;
  });

  async function entries(action: string, given: Given = {}): Promise<readonly Item[]> {
    const answer = await ok(action, { NatGatewayId: gateway, ...given });
    const [list] = Object.values(
      (answer['SnatTableEntries'] ?? answer['ForwardTableEntries']) as object,
    ) as ReadonlyArray<readonly Item[]>;
    assert.equal(answer['TotalCount'], list?.length);
    return list ?? [];
  }

  const snats = (given?: Given) => entries('DescribeSnatTableEntries', given);
  const forwards = (given?: Given) => entries('DescribeForwardTableEntries', given);

  test('for what leaves are made as the page shows them', async () => {
    const asks = (more: Given) => ({ SnatTableId, SnatIp: `${ips[0]},${ips[1]}`, ...more });
    const one = asks({ SourceVSwitchId: vSwitch, SnatEntryName: 'one', EipAffinity: 1 });
    const { SnatEntryId } = await ok('CreateSnatEntry', one);
    assert.match(String(SnatEntryId), /^snat-[a-z0-9]{20}$/);
    const [entry] = await snats();
    assert.deepEqual(entry, {
      EipAffinity: '1',
      NatGatewayId: gateway,
      NetworkInterfaceId: '',
      SnatEntryId,
      SnatEntryName: 'one',
      SnatIp: `${ips[0]},${ips[1]}`,
      SnatTableId,
      SourceCIDR: '10.0.1.0/24',
      SourceVSwitchId: vSwitch,
      Status: 'Available',
    });
    const refused = (more: Given) => refusal('CreateSnatEntry', asks(more));
    const duplicated = '400 Forbidden.SourceVSwitchId.Duplicated';
    assert.equal(await refused({ SourceVSwitchId: vSwitch }), duplicated);
    const conflict = '400 OperationUnsupported.CidrConflict';
    assert.equal(await refused({ SourceCIDR: '10.0.1.0/24' }), conflict);
    assert.equal(await refused({ SourceCIDR: 'x' }), '400 INVALID_PARAMETER');
    assert.equal(await refused({}), '400 MissingParameter');
    const both = { SourceCIDR: '10.0.1.0/24', SourceVSwitchId: vSwitch };
    assert.equal(await refused(both), '400 INVALID_PARAMETER');
    const block = { SourceCIDR: privateIp };
    assert.equal(await refused({ ...block, SnatIp: 'x' }), '400 InvalidSnatIp.Malformed');
    assert.equal(await refused({ ...block, SnatIp: '9.9.9.9' }), '404 InvalidSnatIp.NotFound');
    const named = await refused({ ...block, SnatEntryName: 'x' });
    assert.equal(named, '400 InvalidParameter.Name.Malformed');
    const table = await refused({ ...block, SnatTableId: 'stb-nobody' });
    assert.equal(table, '404 InvalidSnatTableId.NotFound');
    const unknown = await refused({ SourceVSwitchId: 'vsw-nobody' });
    assert.equal(unknown, '404 InvalidVSwitchId.NotFound');
    const interfaced = await refused({ ...block, NetworkInterfaceId: 'eni-x' });
    assert.equal(interfaced, '400 InvalidParameter');
    await ok('CreateSnatEntry', asks({ ...block, SnatIp: ips[0] ?? '' }));
    const full = await refused({ SourceCIDR: '10.0.9.0/24' });
    assert.equal(full, '400 Forbidden.SnatEntryCountLimited');
    const ways = (await shown(gateway))['IpLists'] as { readonly IpList: readonly Item[] };
    assert.deepEqual(
      ways.IpList.map(({ UsingStatus }) => UsingStatus),
      ['UsedBySnatTable', 'UsedBySnatTable', 'Idle'],
    );
  });

  test('for what leaves are found, changed and deleted', async () => {
    const [{ SnatEntryId: id } = {}] = await snats();
    const SnatEntryId = String(id);
    const found = async (given: Given) => (await snats(given)).length;
    assert.equal(await found({ SnatEntryId }), 1);
    assert.equal(await found({ SnatEntryName: 'one' }), 1);
    assert.equal(await found({ SourceVSwitchId: vSwitch }), 1);
    assert.equal(await found({ SourceCIDR: `${privateIp}/32` }), 1);
    assert.equal(await found({ SnatIp: ips[1] ?? '' }), 1);
    assert.equal(await found({ SnatIp: ips[2] ?? '' }), 0);
    assert.equal(await found({ 'NetworkInterfaceIds.1': 'eni-x' }), 0);
    assert.equal(await found({ SnatTableId }), 2);
    const list = 'DescribeSnatTableEntries';
    assert.equal(await refusal(list, {}), '400 MissingParameter');
    const nobody = { SnatTableId: 'stb-nobody' };
    assert.equal(await refusal(list, nobody), '404 InvalidSnatTableId.NotFound');

    const change = { SnatTableId, SnatEntryId };
    const more = { SnatEntryName: 'two', SnatIp: ips[2] ?? '', EipAffinity: 0 };
    await ok('ModifySnatEntry', { ...change, ...more });
    const [{ SnatEntryName, SnatIp, EipAffinity } = {}] = await snats({ SnatEntryId });
    assert.deepEqual([SnatEntryName, SnatIp, EipAffinity], ['two', ips[2], '0']);
    const refused = (given: Given) => refusal('ModifySnatEntry', { ...change, ...given });
    const absent = { SnatEntryId: 'snat-nobody' };
    assert.equal(await refused(absent), '404 InvalidSnatEntryId.NotFound');
    assert.equal(await refused(nobody), '404 InvalidSnatTableId.NotFound');
    assert.equal(await refused({ SnatIp: '9.9.9.9' }), '404 InvalidSnatIp.NotFound');
    assert.equal(await refused({ SnatIp: 'x' }), '400 InvalidSnatIp.Malformed');

    await ok('DeleteSnatEntry', change);
    const gone = await refusal('DeleteSnatEntry', change);
    assert.equal(gone, '404 InvalidSnatEntryId.NotFound');
    const table = await refusal('DeleteSnatEntry', { ...change, ...nobody });
    assert.equal(table, '404 InvalidSnatTableId.NotFound');
    assert.equal((await snats()).length, 1);
  });

  const asks = (more: Given = {}) => ({
    ForwardTableId,
    ExternalIp: ips[1] ?? '',
    ExternalPort: '80',
    InternalIp: privateIp,
    InternalPort: '8080',
    IpProtocol: 'TCP',
    ...more,
  });

  test('for what arrives are made as the page shows them', async () => {
    const { ForwardEntryId } = await ok('CreateForwardEntry', asks({ ForwardEntryName: 'one' }));
    assert.match(String(ForwardEntryId), /^fwd-[a-z0-9]{20}$/);
    const [entry] = await forwards();
    assert.deepEqual(entry, {
      ExternalIp: ips[1],
      ExternalPort: '80',
      ForwardEntryId,
      ForwardEntryName: 'one',
      ForwardTableId,
      InternalIp: privateIp,
      InternalPort: '8080',
      IpProtocol: 'tcp',
      NatGatewayId: gateway,
      Status: 'Available',
    });
    const refused = (more: Given) => refusal('CreateForwardEntry', asks(more));
    assert.equal(await refused({ InternalPort: '81' }), '400 InvalidParameter', 'the same port');
    assert.equal(await refused({ ExternalPort: '81' }), '400 InvalidParameter', 'the same target');
    const other = { ExternalPort: '81', InternalPort: '81' };
    const range = { ExternalPort: '10/20', InternalPort: '80/90' };
    for (const ExternalPort of ['0', '65536', '20/10', 'x', 'Any']) {
      const wrong = await refused({ ...other, ExternalPort });
      assert.equal(wrong, '400 InvalidExternalPort.Malformed', ExternalPort);
    }
    for (const InternalPort of ['0', '80/91', '80', 'any']) {
      const wrong = await refused({ ...range, InternalPort });
      assert.equal(wrong, '400 InvalidInternalPort.Malformed', InternalPort);
    }
    const icmp = await refused({ ...other, IpProtocol: 'ICMP' });
    assert.equal(icmp, '400 InvalidProtocal.ValueNotSupported');
    const inner = await refused({ ...other, InternalIp: 'x' });
    assert.equal(inner, '400 InvalidInternalIp.Malformed');
    const outside = await refused({ ...other, InternalIp: '9.9.9.9' });
    assert.equal(outside, '400 Forbidden.DestnationIpOutOfVpcCIDR');
    assert.equal(await refused({ ExternalIp: 'x' }), '400 InvalidExternalIp.Malformed');
    assert.equal(await refused({ ExternalIp: '9.9.9.9' }), '400 InvalidIp.NotInNatgw');
    const table = await refused({ ForwardTableId: 'ftb-nobody' });
    assert.equal(table, '404 InvalidForwardTableId.NotFound');
    const named = await refused({ ...other, ForwardEntryName: 'x' });
    assert.equal(named, '400 InvalidParameter.Name.Malformed');
    const whole = { IpProtocol: 'Any', ExternalPort: 'Any', InternalPort: 'Any' };
    assert.equal(await refused(whole), '400 InvalidParameter', 'a port of it is taken');
    // Packets leave through the first address: its high ports are for them.
    const used = '400 Forbidden.ExternalIp.UsedInSnatTable';
    const leaving = { ExternalIp: ips[0] ?? '', InternalPort: '90' };
    assert.equal(await refused({ ...leaving, ...whole }), used);
    assert.equal(await refused({ ...leaving, ExternalPort: '1025' }), used);
    await ok('CreateForwardEntry', asks({ ...leaving, ExternalPort: '1025', PortBreak: true }));
    const last = { ExternalIp: ips[2] ?? '', InternalIp: '10.0.1.99' };
    await ok('CreateForwardEntry', asks({ ...last, ...whole }));
    const leaves = { SnatTableId, SnatIp: ips[2] ?? '', SourceCIDR: '10.0.9.0/24' };
    const taken = await refusal('CreateSnatEntry', leaves);
    assert.equal(taken, '400 Forbidden.IpUsedInForwardTable');
    assert.equal(await refused(other), '400 QuotaExceeded');
  });

  test('for what arrives are found, changed and deleted', async () => {
    const [{ ForwardEntryId: id } = {}] = await forwards();
    const ForwardEntryId = String(id);
    const found = async (given: Given) => (await forwards(given)).length;
    assert.equal(await found({ ForwardEntryId }), 1);
    assert.equal(await found({ ForwardEntryName: 'one' }), 1);
    assert.equal(await found({ ExternalIp: ips[1] ?? '' }), 1);
    assert.equal(await found({ ExternalPort: '1025' }), 1);
    assert.equal(await found({ ExternalPort: 'Any' }), 1);
    assert.equal(await found({ InternalIp: privateIp }), 2);
    assert.equal(await found({ InternalPort: '8080' }), 1);
    assert.equal(await found({ IpProtocol: 'tcp' }), 2);
    assert.equal(await found({ IpProtocol: 'udp' }), 0);
    assert.equal(await found({ ForwardTableId }), 3);
    const list = 'DescribeForwardTableEntries';
    assert.equal(await refusal(list, {}), '400 MissingParameter');
    const nobody = { ForwardTableId: 'ftb-nobody' };
    assert.equal(await refusal(list, nobody), '404 InvalidForwardTableId.NotFound');

    const change = { ForwardTableId, ForwardEntryId };
    const more = { ForwardEntryName: 'two', ExternalPort: '10/20', InternalPort: '80/90' };
    await ok('ModifyForwardEntry', { ...change, ...more, IpProtocol: 'udp' });
    const [{ ForwardEntryName, ExternalPort, IpProtocol } = {}] = await forwards({
      ForwardEntryId,
    });
    assert.deepEqual([ForwardEntryName, ExternalPort, IpProtocol], ['two', '10/20', 'udp']);
    const refused = (given: Given) => refusal('ModifyForwardEntry', { ...change, ...given });
    const absent = { ForwardEntryId: 'fwd-nobody' };
    assert.equal(await refused(absent), '404 InvalidForwardEntryId.NotFound');
    assert.equal(await refused(nobody), '404 InvalidForwardTableId.NotFound');
    assert.equal(await refused({ InternalPort: '80' }), '400 InvalidInternalPort.Malformed');
    assert.equal(await refused({ ExternalIp: '9.9.9.9' }), '400 InvalidIp.NotInNatgw');

    await ok('DeleteForwardEntry', change);
    const gone = await refusal('DeleteForwardEntry', change);
    assert.equal(gone, '404 InvalidForwardEntryId.NotFound');
    const remove = (more: Given) => refusal('DeleteNatGateway', { NatGatewayId: gateway, ...more });
    assert.equal(await remove({}), '400 DependencyViolation.SnatEntry');
    const [{ SnatEntryId } = {}] = await snats();
    await ok('DeleteSnatEntry', { SnatTableId, SnatEntryId: String(SnatEntryId) });
    assert.equal(await remove({ Force: false }), '400 DependencyViolation.ForwardEntry');
    await ok('DeleteNatGateway', { NatGatewayId: gateway, Force: true });
    const after = await refusal(list, { ForwardTableId });
    assert.equal(after, '404 InvalidForwardTableId.NotFound');
  });
});
