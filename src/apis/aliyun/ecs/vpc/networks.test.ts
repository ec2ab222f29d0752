import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

test('a network is made, seen and deleted by the actions of ECS, and is that of VPC', async () => {
  const made = await cloud.ok('CreateVpc', { CidrBlock: '10.0.0.0/16', VpcName: 'packer' });
  const { VpcId, VRouterId, RouteTableId } = made;
  const vpc = String(VpcId);
  assert.ok(!('ResourceGroupId' in made), 'the older page does not show it');
  const inside = { VpcId: vpc, ZoneId: 'cn-guangzhou-a', CidrBlock: '10.0.1.0/24' };
  const { VSwitchId } = await cloud.ok('CreateVSwitch', inside);
  const vSwitch = String(VSwitchId);

  const { Vpcs } = await cloud.ok('DescribeVpcs', { VpcId: vpc });
  const [shown] = (Vpcs as { readonly Vpc: readonly Item[] }).Vpc;
  assert.deepEqual(shown, {
    CidrBlock: '10.0.0.0/16',
    CreationTime: '2026-01-02T03:04:05Z',
    Description: '',
    IsDefault: false,
    RegionId: 'cn-guangzhou',
    Status: 'Available',
    UserCidrs: { UserCidr: [] },
    VRouterId,
    VSwitchIds: { VSwitchId: [vSwitch] },
    VpcId: vpc,
    VpcName: 'packer',
  });
  const { VSwitches } = await cloud.ok('DescribeVSwitches', { VpcId: vpc, VSwitchId: vSwitch });
  const [one] = (VSwitches as { readonly VSwitch: readonly Item[] }).VSwitch;
  assert.equal(one?.['CidrBlock'], '10.0.1.0/24');
  assert.ok(one !== undefined && !('RouteTable' in one));
  const { VRouters } = await cloud.ok('DescribeVRouters', { VRouterId: String(VRouterId) });
  const [router] = (VRouters as { readonly VRouter: readonly Item[] }).VRouter;
  assert.deepEqual(router?.['RouteTableIds'], { RouteTableId: [RouteTableId] });
  const byRouter = { VRouterId: String(VRouterId) };
  const { RouteTables } = await cloud.ok('DescribeRouteTables', byRouter);
  const [table] = (RouteTables as { readonly RouteTable: readonly Item[] }).RouteTable;
  assert.equal(table?.['RouteTableId'], RouteTableId);
  const seen = await cloud.ok('DescribeVpcs', { VpcId: vpc }, { version: VPC_VERSION });
  assert.equal(seen['TotalCount'], 1, 'the service of today sees the same network');

  assert.equal(await cloud.refusal('DeleteVpc', { VpcId: vpc }), '400 DependencyViolation.VSwitch');
  await cloud.ok('DeleteVSwitch', { VSwitchId: vSwitch });
  await cloud.ok('DeleteVpc', { VpcId: vpc });
  assert.equal((await cloud.ok('DescribeVpcs', { VpcId: vpc }))['TotalCount'], 0);
  assert.equal(await cloud.refusal('DeleteVpc', { VpcId: vpc }), '404 InvalidVpcId.NotFound');
});

test('creation is refused in the codes of the page', async () => {
  assert.equal(await cloud.refusal('CreateVpc', { CidrBlock: 'x' }), '400 InvalidParameter');
  const name = { VpcName: 'http://a' };
  assert.equal(await cloud.refusal('CreateVpc', name), '400 InvalidVpcName.Malformed');
  const lost = { VpcId: 'vpc-nobody', ZoneId: 'cn-guangzhou-a', CidrBlock: '10.0.1.0/24' };
  assert.equal(await cloud.refusal('CreateVSwitch', lost), '404 InvalidVpcId.NotFound');
});
