import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let vpc: string;
let subnet: string;
let gateway: string;
let instance: string;
let privateIp: string;
let ips: readonly string[];
before(async () => {
  const configuration = { snatRulesPerGatewayMax: 2, dnatRulesPerGatewayMax: 3 };
  cloud = await startTestCloud({ configuration });
  const { Vpc } = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  vpc = (Vpc as { readonly VpcId: string }).VpcId;
  subnet = await newSubnet('10.0.1.0/24');
  [instance = ''] = await cloud.launchRunning({
    VirtualPrivateCloud: { VpcId: vpc, SubnetId: subnet },
  });
  const [shown] = await cloud.show([instance]);
  [privateIp = ''] = (
    shown as unknown as { PrivateIpAddresses: readonly string[] }
  ).PrivateIpAddresses;
  const asked = { VpcId: vpc, NatGatewayName: 'one', AddressCount: 3 };
  const { NatGatewaySet } = await ok('CreateNatGateway', asked);
  const [made] = NatGatewaySet as ReadonlyArray<{
    readonly NatGatewayId: string;
    readonly PublicIpAddressSet: ReadonlyArray<{ readonly PublicIpAddress: string }>;
  }>;
  gateway = made?.NatGatewayId ?? '';
  ips = (made?.PublicIpAddressSet ?? []).map(({ PublicIpAddress }) => PublicIpAddress);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) =>
  cloud.refusal(action, { NatGatewayId: gateway, ...body }, service);

async function newSubnet(CidrBlock: string): Promise<string> {
  const asked = { VpcId: vpc, SubnetName: 'a', CidrBlock, Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  return (Subnet as { readonly SubnetId: string }).SubnetId;
}

async function setOf(action: string, field: string, body: object = {}): Promise<readonly Item[]> {
  const answer = await ok(action, body);
  const set = answer[field] as readonly Item[];
  assert.equal(answer['TotalCount'], set.length);
  return set;
}

const snats = (...Filters: readonly object[]) =>
  setOf('DescribeNatGatewaySourceIpTranslationNatRules', 'SourceIpTranslationNatRuleSet', {
    NatGatewayId: gateway,
    Filters,
  });
const dnats = (body: object = {}) =>
  setOf(
    'DescribeNatGatewayDestinationIpPortTranslationNatRules',
    'NatGatewayDestinationIpPortTranslationNatRuleSet',
    body,
  );

const filter = (Name: string, ...Values: readonly string[]) => ({ Name, Values });

describe('SNAT rules', () => {
  const create = 'CreateNatGatewaySourceIpTranslationNatRule';
  const modify = 'ModifyNatGatewaySourceIpTranslationNatRule';
  const remove = 'DeleteNatGatewaySourceIpTranslationNatRule';
  const ofSubnet = (more: object = {}) => ({
    ResourceId: subnet,
    ResourceType: 'SUBNET',
    PrivateIpAddress: '10.0.1.0/24',
    PublicIpAddresses: [ips[1], ips[0]],
    Description: 'one',
    ...more,
  });
  const ofInstance = (more: object = {}) =>
    ofSubnet({
      ResourceId: instance,
      ResourceType: 'NETWORKINTERFACE',
      PrivateIpAddress: privateIp,
      ...more,
    });

  test('are made as the page shows them, all or none', async () => {
    const rules = { NatGatewayId: gateway, SourceIpTranslationNatRules: [ofSubnet()] };
    await ok(create, rules);
    await ok(create, { ...rules, SourceIpTranslationNatRules: [ofInstance()] });
    const [one, two] = await snats();
    assert.match(String(one?.['NatGatewaySnatId']), /^snat-[a-z0-9]{8}$/);
    assert.deepEqual(one, {
      ...ofSubnet(),
      NatGatewaySnatId: one?.['NatGatewaySnatId'],
      NatGatewayId: gateway,
      VpcId: vpc,
      CreatedTime: '2026-01-02 03:04:06',
    });
    assert.deepEqual([two?.['ResourceId'], two?.['PrivateIpAddress']], [instance, privateIp]);
    const { NatGatewaySet } = await ok('DescribeNatGateways', { NatGatewayIds: [gateway] });
    const [shown] = NatGatewaySet as readonly Item[];
    assert.deepEqual(shown?.['SourceIpTranslationNatRuleSet'], [one, two]);
  });

  test('are found by each filter of the page', async () => {
    const found = async (...of: Parameters<typeof filter>) => (await snats(filter(...of))).length;
    assert.equal(await found('resource-id', subnet), 1);
    assert.equal(await found('resource-id', instance), 1);
    assert.equal(await found('resource-id', 'subnet-00000000'), 0);
    assert.equal(await found('public-ip-address', ips[0] ?? ''), 2);
    assert.equal(await found('public-ip-address', ips[2] ?? ''), 0);
    assert.equal(await found('description', 'one'), 2);
    assert.equal(await found('description', 'two'), 0);
    const list = 'DescribeNatGatewaySourceIpTranslationNatRules';
    const Filters = [filter('colour', 'red')];
    assert.equal(await refusal(list, { Filters }), 'InvalidParameter.FilterInvalidKey');
    assert.equal(await refusal(list, { NatGatewayId: 'nat-00000000' }), 'ResourceNotFound');
    assert.equal(await refusal(list, { NatGatewayId: 'x' }), 'InvalidParameterValue.Malformed');
  });

  test('creation is refused in the codes of its page', async () => {
    const refused = (...rules: readonly object[]) =>
      refusal(create, { SourceIpTranslationNatRules: rules });
    assert.equal(await refused(ofSubnet()), 'LimitExceeded');
    const [, two] = await snats();
    await ok(remove, { NatGatewayId: gateway, NatGatewaySnatIds: [two?.['NatGatewaySnatId']] });
    assert.equal(await refused(ofSubnet()), 'InvalidParameterValue.NatSnatRuleExists');
    const user = { ResourceType: 'USERDEFINED', ResourceId: '' };
    const taken = 'UnsupportedOperation.NatGatewayRulePipExists';
    assert.equal(await refused(ofSubnet(user)), taken);
    const malformed = 'InvalidParameterValue.Malformed';
    assert.equal(await refused(ofSubnet({ ...user, PrivateIpAddress: 'x' })), malformed);
    assert.equal(await refused(ofInstance({ PrivateIpAddress: 'x' })), malformed);
    assert.equal(await refused(ofInstance({ ResourceId: 'x' })), malformed);
    const nobody = await refused(ofInstance({ PrivateIpAddress: '10.0.1.250' }));
    assert.equal(nobody, 'UnsupportedOperation.NatGatewaySnatPipNeedVm');
    const unbound = await refused(ofInstance({ PublicIpAddresses: ['9.9.9.9'] }));
    assert.equal(unbound, 'UnsupportedOperation.NatGatewayEipNotExists');
    const other = await newSubnet('10.0.2.0/24');
    const outside = { ResourceId: other, PrivateIpAddress: '10.0.1.0/24' };
    assert.equal(await refused(ofSubnet(outside)), malformed);
    assert.equal(await refused(ofSubnet({ ResourceId: '' })), 'InvalidParameterValue');
    assert.equal(await refused(ofSubnet({ ResourceId: 'subnet-00000000' })), 'ResourceNotFound');
    const long = await refused(ofInstance({ Description: 'd'.repeat(256) }));
    assert.equal(long, 'InvalidParameterValue');
    const within = { ResourceId: other, PrivateIpAddress: '10.0.2.128/25' };
    const rules = [ofSubnet({ ...within, Description: 'd'.repeat(255) })];
    await ok(create, { NatGatewayId: gateway, SourceIpTranslationNatRules: rules });
  });

  test('get other addresses and words, and keep whose packets they are for', async () => {
    const [one] = await snats();
    const NatGatewaySnatId = one?.['NatGatewaySnatId'];
    const change = (more: object) => ({
      NatGatewayId: gateway,
      SourceIpTranslationNatRule: { ...ofSubnet(), NatGatewaySnatId, ...more },
    });
    await ok(modify, change({ PublicIpAddresses: [ips[2]], Description: 'two' }));
    const [changed] = await snats();
    assert.deepEqual(changed, { ...one, PublicIpAddresses: [ips[2]], Description: 'two' });
    const refused = (more: object) => refusal(modify, change(more));
    const absent = 'InvalidParameterValue.NatGatewaySnatRuleNotExists';
    assert.equal(await refused({ NatGatewaySnatId: 'snat-00000000' }), absent);
    assert.equal(await refused({ NatGatewaySnatId: undefined }), 'MissingParameter');
    const unbound = await refused({ PublicIpAddresses: ['9.9.9.9'] });
    assert.equal(unbound, 'UnsupportedOperation.UnbindEIP');
    assert.equal(await refused({ PublicIpAddresses: [] }), 'MissingParameter');
    const used = { PublicIpAddresses: [ips[2]] };
    assert.equal(await refusal('DisassociateNatGatewayAddress', used), 'ResourceInUse');
  });

  test('keep their subnet', async () => {
    const other = await newSubnet('10.0.3.0/24');
    const [free] = (await snats()).filter((it) => it['ResourceId'] !== subnet);
    assert.ok(free);
    const SubnetId = free['ResourceId'];
    const kept = await cloud.refusal('DeleteSubnet', { SubnetId }, service);
    assert.equal(kept, 'ResourceInUse');
    await ok('DeleteSubnet', { SubnetId: other });
    await ok(remove, { NatGatewayId: gateway, NatGatewaySnatIds: [free['NatGatewaySnatId']] });
    await ok('DeleteSubnet', { SubnetId });
  });

  test('are deleted, all or none', async () => {
    const refused = (...NatGatewaySnatIds: readonly unknown[]) =>
      refusal(remove, { NatGatewaySnatIds });
    const all = (await snats()).map(({ NatGatewaySnatId }) => NatGatewaySnatId);
    const absent = await refused(all[0], 'snat-00000000');
    assert.equal(absent, 'InvalidParameterValue.NatGatewaySnatRuleNotExists');
    assert.equal(await refused('x'), 'InvalidParameterValue.Malformed');
    await ok(remove, { NatGatewayId: gateway, NatGatewaySnatIds: all });
    assert.deepEqual(await snats(), []);
    const rule = { NatGatewayId: gateway, SourceIpTranslationNatRules: [ofSubnet()] };
    await ok(create, rule);
  });
});

describe('DNAT rules', () => {
  const create = 'CreateNatGatewayDestinationIpPortTranslationNatRule';
  const modify = 'ModifyNatGatewayDestinationIpPortTranslationNatRule';
  const remove = 'DeleteNatGatewayDestinationIpPortTranslationNatRule';
  const rule = (more: object = {}) => ({
    IpProtocol: 'TCP',
    PublicIpAddress: ips[0],
    PublicPort: 65_535,
    PrivateIpAddress: privateIp,
    PrivatePort: 1,
    Description: 'one',
    ...more,
  });
  const rules = (...those: readonly object[]) => ({
    NatGatewayId: gateway,
    DestinationIpPortTranslationNatRules: those,
  });

  test('are made as the page shows them, all or none', async () => {
    await ok(create, rules(rule(), rule({ IpProtocol: 'UDP' })));
    const [one, two] = await dnats();
    assert.deepEqual(one, {
      ...rule(),
      NatGatewayId: gateway,
      VpcId: vpc,
      CreatedTime: '2026-01-02 03:04:06',
    });
    assert.equal(two?.['IpProtocol'], 'UDP');
    const { NatGatewaySet } = await ok('DescribeNatGateways', { NatGatewayIds: [gateway] });
    const [shown] = NatGatewaySet as readonly Item[];
    const both = [rule(), rule({ IpProtocol: 'UDP' })];
    assert.deepEqual(shown?.['DestinationIpPortTranslationNatRuleSet'], both);
  });

  test('creation is refused in the codes of its page', async () => {
    const refused = (...those: readonly object[]) => refusal(create, rules(...those));
    const other = { PublicPort: 80 };
    assert.equal(await refused(rule()), 'InvalidParameterValue.NatGatewayDnatRuleExisted');
    const twice = await refused(rule(other), rule(other));
    assert.equal(twice, 'LimitExceeded.NatGatewayDnatLimitExceeded');
    const malformed = 'InvalidParameterValue.Malformed';
    for (const wrong of [
      { PublicPort: 0 },
      { PublicPort: 65_536 },
      { PrivatePort: 65_536 },
      { IpProtocol: 'ICMP' },
      { PublicIpAddress: 'x' },
      { PrivateIpAddress: 'x' },
    ]) {
      assert.equal(await refused(rule({ ...other, ...wrong })), malformed, JSON.stringify(wrong));
    }
    const machine = 'InvalidParameterValue.NatGatewayDnatRulePipNeedVm';
    for (const PrivateIpAddress of ['10.0.1.250', '9.9.9.9']) {
      assert.equal(await refused(rule({ ...other, PrivateIpAddress })), machine);
    }
    const unbound = await refused(rule({ PublicIpAddress: '9.9.9.9' }));
    assert.equal(unbound, 'UnsupportedOperation.NatGatewayEipNotExists');
    const long = await refused(rule({ ...other, Description: 'd'.repeat(256) }));
    assert.equal(long, 'InvalidParameterValue.TooLong');
    const gone = { ...rules(rule(other)), NatGatewayId: 'nat-00000000' };
    assert.equal(await refusal(create, gone), 'ResourceNotFound');
    const used = { PublicIpAddresses: [ips[0]] };
    assert.equal(await refusal('DisassociateNatGatewayAddress', used), 'ResourceInUse');
  });

  test('are found by each filter of the page, and by the gateway', async () => {
    const found = async (...of: Parameters<typeof filter>) =>
      (await dnats({ Filters: [filter(...of)] })).length;
    assert.equal((await dnats({ NatGatewayIds: [gateway] })).length, 2);
    assert.equal(await found('nat-gateway-id', gateway), 2);
    assert.equal(await found('nat-gateway-id', 'nat-00000000'), 0);
    assert.equal(await found('vpc-id', vpc), 2);
    assert.equal(await found('public-ip-address', ips[0] ?? ''), 2);
    assert.equal(await found('public-ip-address', ips[1] ?? ''), 0);
    assert.equal(await found('public-port', '65535'), 2);
    assert.equal(await found('public-port', '80'), 0);
    assert.equal(await found('private-ip-address', privateIp), 2);
    assert.equal(await found('private-port', '1'), 2);
    assert.equal(await found('description', 'one'), 2);
    assert.equal(await found('description', 'two'), 0);
    const list = 'DescribeNatGatewayDestinationIpPortTranslationNatRules';
    const both = { NatGatewayIds: [gateway], Filters: [filter('vpc-id', vpc)] };
    assert.equal(await cloud.refusal(list, both, service), 'InvalidParameter.Coexist');
  });

  test('are changed, and named by what they take', async () => {
    const change = (from: object, to: object) => ({
      NatGatewayId: gateway,
      SourceNatRule: rule(from),
      DestinationNatRule: rule(to),
    });
    await ok(modify, change({ IpProtocol: 'UDP' }, { PublicPort: 53, Description: 'two' }));
    const [, two] = await dnats();
    assert.deepEqual(
      [two?.['IpProtocol'], two?.['PublicPort'], two?.['Description']],
      ['TCP', 53, 'two'],
    );
    const refused = (from: object, to: object) => refusal(modify, change(from, to));
    const absent = 'InvalidParameterValue.NatGatewayDnatRuleNotExists';
    assert.equal(await refused({ PublicPort: 54 }, {}), absent);
    const taken = await refused({ PublicPort: 53 }, {});
    assert.equal(taken, 'UnsupportedOperation.RecordExists');
    const machine = await refused({ PublicPort: 53 }, { PrivateIpAddress: '10.0.1.250' });
    assert.equal(machine, 'InvalidParameterValue.NatGatewayDnatRulePipNeedVm');
  });

  test('are deleted, all or none, or go with their gateway', async () => {
    const absent = await refusal(remove, rules(rule(), rule({ PublicPort: 54 })));
    assert.equal(absent, 'InvalidParameterValue.NatGatewayDnatRuleNotExists');
    assert.equal((await dnats()).length, 2);
    await ok(remove, rules(rule()));
    assert.equal((await dnats()).length, 1);
    const twice = await refusal(create, rules(rule(), rule({ PrivatePort: 2 })));
    assert.equal(twice, 'InvalidParameterValue.NatGatewayDnatRuleRepeated');
    await ok('DeleteNatGateway', { NatGatewayId: gateway });
    assert.deepEqual(await dnats(), []);
  });
});
