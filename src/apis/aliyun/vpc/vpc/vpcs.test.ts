import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { vpcsPerRegionMax: 4, subnetsPerVpcMax: 2 } });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);

async function createVpc(given: Given = {}): Promise<string> {
  return String((await ok('CreateVpc', { CidrBlock: '10.0.0.0/16', ...given }))['VpcId']);
}

async function createVSwitch(vpc: string, given: Given = {}): Promise<string> {
  const asked = { VpcId: vpc, ZoneId: 'cn-guangzhou-a', CidrBlock: '10.0.1.0/24', ...given };
  return String((await ok('CreateVSwitch', asked))['VSwitchId']);
}

async function attributes(action: string, given: Given): Promise<Item> {
  const { RequestId: _RequestId, ...shown } = await ok(action, given);
  return shown;
}

describe('VPCs', () => {
  let vpc: string;
  before(async () => {
    vpc = await createVpc();
  });

  test('creation is refused in the codes of its page', async () => {
    const refused = (given: Given) => refusal('CreateVpc', given);
    assert.equal(await refused({ VpcName: 'n'.repeat(129) }), '400 InvalidVpcName.Malformed');
    assert.equal(await refused({ VpcName: 'http://a' }), '400 InvalidVpcName.Malformed');
    const long = { Description: 'd'.repeat(257) };
    assert.equal(await refused(long), '400 InvalidVpcDiscription.Malformed');
    assert.equal(await refused({ CidrBlock: 'x' }), '400 InvalidParameter');
    assert.equal(await refused({ CidrBlock: '10.0.0.0/29' }), '400 IllegalParam.CidrBlockMask');
    const special = { CidrBlock: '100.64.0.0/16' };
    assert.equal(await refused(special), '400 OperationDenied.CidrInExcludeCidrs');
    assert.equal(await refused({ UserCidr: 'x' }), '400 InvalidUserCidr.Malformed');
    const four = '1.0.0.0/24,1.0.1.0/24,1.0.2.0/24,1.0.3.0/24';
    assert.equal(await refused({ UserCidr: four }), '400 InvalidUserCidr.Quota');
  });

  test('the edges of its page are allowed, and the quota ends them', async () => {
    const made = [
      await createVpc({ CidrBlock: '10.0.0.0/28', VpcName: 'n'.repeat(128) }),
      await createVpc({ CidrBlock: '10.0.0.0/8', Description: 'd'.repeat(256) }),
      await createVpc({ UserCidr: '1.0.0.0/24,1.0.1.0/24,1.0.2.0/24' }),
    ];
    assert.equal(await refusal('CreateVpc', {}), '400 QuotaExceeded.Vpc');
    for (const one of made) await ok('DeleteVpc', { VpcId: one });
  });

  test('have one router and one route table, the same on every page', async () => {
    const made = await ok('CreateVpc', { CidrBlock: '10.9.0.0/16' });
    const { VpcId, VRouterId, RouteTableId } = made;
    assert.match(String(VRouterId), /^vrt-/);
    assert.match(String(RouteTableId), /^vtb-/);
    const { Vpcs } = await ok('DescribeVpcs', { VpcId: String(VpcId) });
    const [shown] = (Vpcs as { readonly Vpc: readonly Item[] }).Vpc;
    assert.equal(shown?.['VRouterId'], VRouterId);
    assert.deepEqual(shown?.['RouterTableIds'], { RouterTableIds: [RouteTableId] });
    const { RouterTableList } = await ok('DescribeRouteTableList', { VpcId: String(VpcId) });
    const [table] = (RouterTableList as { readonly RouterTableListType: readonly Item[] })
      .RouterTableListType;
    assert.equal(table?.['RouteTableId'], RouteTableId);
    assert.equal(table?.['RouterId'], VRouterId);
    await ok('DeleteVpc', { VpcId: String(VpcId) });
  });

  test('are modified in what is given, and in nothing else', async () => {
    const vSwitch = await createVSwitch(vpc);
    const before = await attributes('DescribeVpcAttribute', { VpcId: vpc });
    const changes = [
      { VpcName: 'n'.repeat(128) },
      { Description: 'd'.repeat(256) },
      { EnableDnsHostname: true },
      { CidrBlock: '10.0.0.0/23' },
    ];
    for (const change of changes) await ok('ModifyVpcAttribute', { VpcId: vpc, ...change });
    assert.deepEqual(await attributes('DescribeVpcAttribute', { VpcId: vpc }), {
      ...before,
      VpcName: 'n'.repeat(128),
      Description: 'd'.repeat(256),
      DnsHostnameStatus: 'ENABLED',
      CidrBlock: '10.0.0.0/23',
    });
    const refused = (given: Given) => refusal('ModifyVpcAttribute', { VpcId: vpc, ...given });
    assert.equal(await refused({ CidrBlock: '10.0.0.0/24' }), '400 InvalidParameter');
    assert.equal(await refused({ CidrBlock: '10.0.0.0/29' }), '400 IllegalParam.CidrBlockMask');
    await ok('ModifyVpcAttribute', { VpcId: vpc, CidrBlock: '10.0.0.0/8' });
    await ok('DeleteVSwitch', { VSwitchId: vSwitch });
  });

  test('a modification is refused in the codes of its page', async () => {
    const refused = (given: Given) => refusal('ModifyVpcAttribute', { VpcId: vpc, ...given });
    assert.equal(await refused({ VpcName: 'n'.repeat(129) }), '400 InvalidVpcName.Malformed');
    const long = { Description: 'd'.repeat(257) };
    assert.equal(await refused(long), '400 InvalidVpcDiscription.Malformed');
    assert.equal(await refused({ VpcId: 'vpc-nobody' }), '404 InvalidVpcId.NotFound');
  });

  test('deletion waits for what is inside', async () => {
    const vSwitch = await createVSwitch(vpc);
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), '400 DependencyViolation.VSwitch');
    await ok('DeleteVSwitch', { VSwitchId: vSwitch });
    const { SecurityGroupId } = await cloud.ok('CreateSecurityGroup', { VpcId: vpc });
    const held = await refusal('DeleteVpc', { VpcId: vpc });
    assert.equal(held, '400 DependencyViolation.SecurityGroup');
    await cloud.ok('DeleteSecurityGroup', { SecurityGroupId: String(SecurityGroupId) });
    await ok('DeleteVpc', { VpcId: vpc });
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), '404 InvalidVpcId.NotFound');
    const gone = await refusal('DescribeVpcAttribute', { VpcId: vpc });
    assert.equal(gone, '404 InvalidVpcId.NotFound');
  });
});

describe('vSwitches', () => {
  let vpc: string;
  let vSwitch: string;
  before(async () => {
    vpc = await createVpc();
    vSwitch = await createVSwitch(vpc);
  });

  test('creation is refused in the codes of its page', async () => {
    const one = { VpcId: vpc, ZoneId: 'cn-guangzhou-a', CidrBlock: '10.0.2.0/24' };
    const refused = (given: Given) => refusal('CreateVSwitch', { ...one, ...given });
    const name = { VSwitchName: 'n'.repeat(129) };
    assert.equal(await refused(name), '400 InvalidVSwitchName.Malformed');
    const long = { Description: 'd'.repeat(257) };
    assert.equal(await refused(long), '400 InvalidVSwitchDiscription.Malformed');
    assert.equal(await refused({ CidrBlock: 'x' }), '400 InvalidCidrBlock.Malformed');
    assert.equal(await refused({ CidrBlock: '10.0.2.0/30' }), '400 InvalidCirdrBlock.MaskLength');
    assert.equal(await refused({ CidrBlock: '10.0.1.0/25' }), '400 InvalidCidrBlock.Overlapped');
    assert.equal(await refused({ CidrBlock: '10.1.0.0/24' }), '400 InvalidParameter');
    assert.equal(await refused({ VpcId: 'vpc-nobody' }), '404 InvalidVpcId.NotFound');
    assert.equal(await refused({ ZoneId: 'cn-nowhere-a' }), '404 InvalidZoneId.NotFound');
    await createVSwitch(vpc, { CidrBlock: '10.0.2.0/29' });
    assert.equal(await refused({ CidrBlock: '10.0.3.0/24' }), '400 QuotaExceeded.VSwitch');
  });

  test('are modified in what is given, and in nothing else', async () => {
    const before = await attributes('DescribeVSwitchAttributes', { VSwitchId: vSwitch });
    await ok('ModifyVSwitchAttribute', { VSwitchId: vSwitch, VSwitchName: 'n'.repeat(128) });
    await ok('ModifyVSwitchAttribute', { VSwitchId: vSwitch, Description: 'd'.repeat(256) });
    assert.deepEqual(await attributes('DescribeVSwitchAttributes', { VSwitchId: vSwitch }), {
      ...before,
      VSwitchName: 'n'.repeat(128),
      Description: 'd'.repeat(256),
    });
  });

  test('a modification is refused in the codes of its page', async () => {
    const refused = (given: Given) =>
      refusal('ModifyVSwitchAttribute', { VSwitchId: vSwitch, ...given });
    const name = { VSwitchName: 'https://a' };
    assert.equal(await refused(name), '400 InvalidVSwitchName.Malformed');
    const long = { Description: 'd'.repeat(257) };
    assert.equal(await refused(long), '400 InvalidVSwitchDiscription.Malformed');
    assert.equal(await refused({ VSwitchId: 'vsw-nobody' }), '404 InvalidVSwitchId.NotFound');
  });

  test('deletion waits for the addresses in use', async () => {
    const made = await cloud.ok('CreateSecurityGroup', { VpcId: vpc });
    const SecurityGroupId = String(made['SecurityGroupId']);
    const [instance = ''] = await cloud.launchRunning({ VSwitchId: vSwitch, SecurityGroupId });
    assert.equal(await refusal('DeleteVSwitch', { VSwitchId: vSwitch }), '400 DependencyViolation');
    await cloud.ok('DeleteInstance', { InstanceId: instance, Force: true });
    await cloud.passTime(60_000);
    await ok('DeleteVSwitch', { VSwitchId: vSwitch });
    const gone = await refusal('DeleteVSwitch', { VSwitchId: vSwitch });
    assert.equal(gone, '404 InvalidVSwitchId.NotFound');
  });
});

describe('secondary blocks', () => {
  let vpc: string;
  before(async () => {
    vpc = await createVpc();
  });

  const associate = 'AssociateVpcCidrBlock';
  const unassociate = 'UnassociateVpcCidrBlock';

  async function secondary(): Promise<unknown> {
    const shown = await attributes('DescribeVpcAttribute', { VpcId: vpc });
    return (shown['SecondaryCidrBlocks'] as Item)['SecondaryCidrBlock'];
  }

  test('are associated, have room for vSwitches, and go when these have gone', async () => {
    const block = { VpcId: vpc, SecondaryCidrBlock: '192.168.0.0/16' };
    const answer = await attributes(associate, block);
    assert.deepEqual(answer, { CidrBlock: '192.168.0.0/16', IpVersion: 'IPv4' });
    assert.deepEqual(await secondary(), ['192.168.0.0/16']);
    const vSwitch = await createVSwitch(vpc, { CidrBlock: '192.168.1.0/24' });
    assert.equal(await refusal(unassociate, block), '400 OperationFailed.CidrInUse');
    await ok('DeleteVSwitch', { VSwitchId: vSwitch });
    await ok(unassociate, block);
    assert.deepEqual(await secondary(), []);
    assert.equal(await refusal(unassociate, block), '400 InvalidParameter');
  });

  test('are refused in the codes of their page, and end with the quota', async () => {
    const refused = (SecondaryCidrBlock: string, more: Given = {}) =>
      refusal(associate, { VpcId: vpc, SecondaryCidrBlock, ...more });
    assert.equal(await refused('x'), '400 InvalidParameter');
    assert.equal(await refused('10.0.1.0/24'), '400 InvalidParameter');
    assert.equal(await refused('10.1.0.0/29'), '400 IllegalParam.CidrBlockMask');
    const special = await refused('100.64.0.0/16');
    assert.equal(special, '400 OperationDenied.CidrInExcludeCidrs');
    const unknown = await refused('10.1.0.0/16', { VpcId: 'vpc-nobody' });
    assert.equal(unknown, '404 InvalidVpcId.NotFound');
    assert.equal(await refused('10.1.0.0/16', { IpVersion: 'IPv6' }), '400 InvalidParameter');
    for (const index of [1, 2, 3, 4, 5]) {
      await ok(associate, { VpcId: vpc, SecondaryCidrBlock: `10.${index}.0.0/16` });
    }
    assert.equal(await refused('10.6.0.0/16'), '400 QuotaExceeded');
  });
});

describe('the default VPC', () => {
  const zone = { ZoneId: 'cn-guangzhou-a' };

  test('is made once in a region, and its vSwitch once in a zone', async () => {
    const early = await refusal('CreateDefaultVSwitch', zone);
    assert.equal(early, '404 InvalidVpcId.NotFound');
    const { VpcId, RouteTableId, VRouterId } = await ok('CreateDefaultVpc');
    const shown = await attributes('DescribeVpcAttribute', { VpcId: String(VpcId) });
    assert.equal(shown['IsDefault'], true);
    assert.equal(shown['VRouterId'], VRouterId);
    assert.match(String(RouteTableId), /^vtb-/);
    assert.equal(await refusal('CreateDefaultVpc'), '400 QuotaExceeded.Vpc');
    const { VSwitchId } = await ok('CreateDefaultVSwitch', zone);
    const made = await attributes('DescribeVSwitchAttributes', { VSwitchId: String(VSwitchId) });
    assert.equal(made['IsDefault'], true);
    assert.equal(made['ZoneId'], 'cn-guangzhou-a');
    const again = await refusal('CreateDefaultVSwitch', zone);
    assert.equal(again, '400 QuotaExceeded.VSwitch');
    const nowhere = await refusal('CreateDefaultVSwitch', { ZoneId: 'cn-nowhere-a' });
    assert.equal(nowhere, '404 InvalidZoneId.NotFound');
    const elsewhere = await refusal('CreateDefaultVSwitch', { ZoneId: 'cn-shanghai-b' });
    assert.equal(elsewhere, '404 InvalidZoneId.NotFound');
  });

  test('takes links to the classic network, and lets them be', async () => {
    const vpc = await createVpc();
    const linked = async () =>
      (await attributes('DescribeVpcAttribute', { VpcId: vpc }))['ClassicLinkEnabled'];
    assert.equal(await linked(), false);
    await ok('EnableVpcClassicLink', { VpcId: vpc });
    assert.equal(await linked(), true);
    await ok('DisableVpcClassicLink', { VpcId: vpc });
    assert.equal(await linked(), false);
    for (const action of ['EnableVpcClassicLink', 'DisableVpcClassicLink']) {
      assert.equal(await refusal(action, { VpcId: 'vpc-nobody' }), '404 InvalidVpcId.NotFound');
    }
  });
});
