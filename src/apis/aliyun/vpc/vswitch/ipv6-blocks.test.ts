import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let zone: string;
let first: string;
before(async () => {
  cloud = await startTestCloud();
  const network = await cloud.network('10.0.0.0/16');
  ({ vpc } = network);
  const shown = await ok('DescribeVSwitchAttributes', { VSwitchId: network.vSwitch });
  zone = String(shown['ZoneId']);
  first = network.vSwitch;
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);
const vpcShown = () => ok('DescribeVpcAttribute', { VpcId: vpc });
const blockOf = async (VSwitchId: string) =>
  String((await ok('DescribeVSwitchAttributes', { VSwitchId }))['Ipv6CidrBlock']);

async function countOf(action: 'DescribeVpcs' | 'DescribeVSwitches'): Promise<number> {
  return Number((await ok(action, { EnableIpv6: true }))['TotalCount']);
}

test('a VPC is given one IPv6 block, which vSwitches need for parts of it', async () => {
  const early = { VSwitchId: first, EnableIPv6: true };
  assert.equal(await refusal('ModifyVSwitchAttribute', early), '400 InvalidParameter');
  assert.equal((await vpcShown())['EnabledIpv6'], false);
  const given = await ok('AssociateVpcCidrBlock', { VpcId: vpc, IpVersion: 'IPV6' });
  assert.equal(given['IpVersion'], 'IPv6');
  const shown = await vpcShown();
  const block = String(shown['Ipv6CidrBlock']);
  assert.match(block, /^2001:db8:[\da-f:]+00::\/56$/);
  assert.equal(given['CidrBlock'], block);
  assert.equal(shown['EnabledIpv6'], true);
  const blocks = { Ipv6CidrBlock: [{ Ipv6CidrBlock: block, Ipv6Isp: 'BGP' }] };
  assert.deepEqual(shown['Ipv6CidrBlocks'], blocks);
  const refused = (more: Given) => refusal('AssociateVpcCidrBlock', { VpcId: vpc, ...more });
  const again = await refused({ IpVersion: 'IPV6' });
  assert.equal(again, '400 OperationFailed.Ipv6CidrBlockExisted');
  const chosen = await refused({ IPv6CidrBlock: '2001:db8:1::/56' });
  assert.equal(chosen, '400 OperationFailed.IPv6CidrNotReserved');
  const both = { IPv6CidrBlock: '2001:db8:1::/56', SecondaryCidrBlock: '10.9.0.0/16' };
  assert.equal(await refused(both), '400 ParamExclusive.SecondaryCidrAndIpv6Cidr');
  const none = '400 MissingParam.SecondaryCidrBlockOrIpv6CidrBlock';
  assert.equal(await refused({}), none);
  assert.equal(await refused({ IpVersion: 'IPV5' }), '400 IllegalParam.IpVersion');
  assert.equal(await countOf('DescribeVpcs'), 1);
});

test('a vSwitch has the part that is asked for, or the first free one', async () => {
  const whole = String((await vpcShown())['Ipv6CidrBlock']);
  const part = (last: string) => whole.replace(/00::\/56$/, `${last}::/64`);
  await ok('ModifyVSwitchAttribute', { VSwitchId: first, Ipv6CidrBlock: 0 });
  assert.equal(await blockOf(first), part('00'));
  const create = (more: Given) => ({ VpcId: vpc, ZoneId: zone, ...more });
  const last = { CidrBlock: '10.0.201.0/24', Ipv6CidrBlock: 255 };
  const { VSwitchId: second } = await ok('CreateVSwitch', create(last));
  assert.equal(await blockOf(String(second)), part('ff'));
  const { VSwitchId: third } = await ok(
    'CreateVSwitch',
    create({ CidrBlock: '10.0.202.0/24', Ipv6CidrMask: 64, VpcIpv6CidrBlock: whole }),
  );
  assert.equal(await blockOf(String(third)), part('01'));
  assert.equal(await countOf('DescribeVSwitches'), 3);
  const refused = (more: Given) =>
    refusal('CreateVSwitch', create({ CidrBlock: '10.0.203.0/24', ...more }));
  assert.equal(await refused({ Ipv6CidrBlock: 255 }), '400 InvalidCidrBlock.Overlapped');
  assert.equal(await refused({ Ipv6CidrBlock: 256 }), '400 InvalidParameter');
  assert.equal(await refused({ Ipv6CidrMask: 65 }), '400 InvalidParameter');
  const elsewhere = { Ipv6CidrBlock: 7, VpcIpv6CidrBlock: '2001:db8:1::/56' };
  assert.equal(await refused(elsewhere), '400 InvalidParameter');
  const changed = { VSwitchId: first, Ipv6CidrBlock: 9 };
  assert.equal(await refusal('ModifyVSwitchAttribute', changed), '400 InvalidParameter');
  await ok('ModifyVSwitchAttribute', { VSwitchId: first, Ipv6CidrBlock: 0, EnableIPv6: true });
  const inUse = await refusal('ModifyVpcAttribute', { VpcId: vpc, EnableIPv6: false });
  assert.match(inUse, /^400 /);
  for (const VSwitchId of [first, String(second), String(third)]) {
    await ok('ModifyVSwitchAttribute', { VSwitchId, EnableIPv6: false });
    assert.equal(await blockOf(VSwitchId), '');
  }
  assert.equal(await countOf('DescribeVSwitches'), 0);
});

test('IPv6 is turned off and on, and comes with a new VPC', async () => {
  await ok('ModifyVpcAttribute', { VpcId: vpc, EnableIPv6: false });
  assert.equal((await vpcShown())['Ipv6CidrBlock'], '');
  await ok('ModifyVpcAttribute', { VpcId: vpc, EnableIPv6: false });
  await ok('ModifyVpcAttribute', { VpcId: vpc, EnableIPv6: true });
  const block = String((await vpcShown())['Ipv6CidrBlock']);
  const wrong = { VpcId: vpc, IPv6CidrBlock: '2001:db8:1::/56' };
  assert.match(await refusal('UnassociateVpcCidrBlock', wrong), /^400 /);
  await ok('UnassociateVpcCidrBlock', { VpcId: vpc, IPv6CidrBlock: block });
  assert.equal((await vpcShown())['EnabledIpv6'], false);
  const nothing = await refusal('UnassociateVpcCidrBlock', { VpcId: vpc });
  assert.equal(nothing, '400 MissingParameter');
  const { VpcId } = await ok('CreateVpc', { EnableIpv6: true });
  const made = (await ok('DescribeVpcAttribute', { VpcId: String(VpcId) })) as Item;
  assert.equal(made['EnabledIpv6'], true);
  assert.match(String(made['Ipv6CidrBlock']), /^2001:db8:/);
  const { VpcId: usual } = await ok('CreateDefaultVpc', { EnableIpv6: true });
  const zoned = { ZoneId: zone, Ipv6CidrBlock: 3 };
  const { VSwitchId } = await ok('CreateDefaultVSwitch', zoned);
  const shown = await ok('DescribeVpcAttribute', { VpcId: String(usual) });
  const whole = String(shown['Ipv6CidrBlock']);
  assert.equal(await blockOf(String(VSwitchId)), whole.replace(/00::\/56$/, '03::/64'));
});
