import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let vSwitch: string;
before(async () => {
  cloud = await startTestCloud();
  ({ vpc, vSwitch } = await cloud.network('10.0.0.0/16'));
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const { RouterTableList, TotalCount } = await ok('DescribeRouteTableList', given);
  const { RouterTableListType: tables } = RouterTableList as {
    readonly RouterTableListType: readonly Item[];
  };
  assert.equal(TotalCount, tables.length);
  return tables;
}

describe('the system route table', () => {
  test('comes with the VPC, for its vSwitches', async () => {
    const [main] = await listed();
    const { RouteTableId: id, RouterId: router } = main ?? {};
    assert.deepEqual(main, {
      AssociateType: 'VSwitch',
      CreationTime: '2026-01-02T03:04:05Z',
      Description: '',
      GatewayIds: { GatewayIds: [] },
      OwnerId: main?.['OwnerId'],
      ResourceGroupId: '',
      RoutePropagationEnable: true,
      RouteTableId: id,
      RouteTableName: '',
      RouteTableType: 'System',
      RouterId: router,
      RouterType: 'VRouter',
      Status: 'Available',
      Tags: { Tag: [] },
      VSwitchIds: { VSwitchId: [vSwitch] },
      VpcId: vpc,
    });
    assert.equal(typeof main?.['OwnerId'], 'number');
    const { RouteTable } = await ok('DescribeVSwitchAttributes', { VSwitchId: vSwitch });
    assert.deepEqual(RouteTable, { RouteTableId: id, RouteTableType: 'System' });
    const { VSwitches } = await ok('DescribeVSwitches', { RouteTableId: String(id) });
    const { VSwitch } = VSwitches as { readonly VSwitch: readonly Item[] };
    assert.deepEqual(
      VSwitch.map(({ VSwitchId }) => VSwitchId),
      [vSwitch],
    );
  });

  test('is found by each parameter of the page', async () => {
    const [{ RouteTableId: id, RouterId: router } = {}] = await listed();
    const found = async (given: Given) => (await listed(given)).length;
    assert.equal(await found({ RouteTableId: String(id) }), 1);
    assert.equal(await found({ RouteTableId: 'vtb-nobody' }), 0);
    assert.equal(await found({ RouterId: String(router), VpcId: vpc }), 1);
    assert.equal(await found({ RouterId: 'vrt-nobody', VpcId: vpc }), 0);
    assert.equal(await found({ VpcId: 'vpc-nobody' }), 0);
    assert.equal(await found({ RouterType: 'VRouter' }), 1);
    assert.equal(await found({ RouterType: 'VBR' }), 0);
    assert.equal(await found({ RouteTableType: 'System' }), 1);
    assert.equal(await found({ RouteTableType: 'Custom' }), 0);
    assert.equal(await found({ RouteTableName: 'nobody' }), 0);
    assert.equal(await found({ 'Tag.1.Key': 'a' }), 0);
    assert.equal(await found({ PageSize: 50 }), 1);
  });
});

const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);

describe('route tables that users make', () => {
  let table: string;
  before(async () => {
    const asked = { VpcId: vpc, RouteTableName: 'mine', Description: 'd', 'Tag.1.Key': 'a' };
    table = String((await ok('CreateRouteTable', asked))['RouteTableId']);
  });

  test('are shown in both lists, with what they were made with', async () => {
    const [made] = await listed({ RouteTableId: table });
    assert.equal(made?.['RouteTableName'], 'mine');
    assert.equal(made?.['Description'], 'd');
    assert.equal(made?.['RouteTableType'], 'Custom');
    assert.deepEqual(made?.['Tags'], { Tag: [{ Key: 'a', Value: '' }] });
    const { RouteTables } = await ok('DescribeRouteTables', { RouteTableId: table });
    const [one] = (RouteTables as { readonly RouteTable: readonly Item[] }).RouteTable;
    assert.equal(one?.['VRouterId'], made?.['RouterId']);
    assert.equal(one?.['RouteTableType'], 'Custom');
    assert.deepEqual(one?.['VSwitchIds'], { VSwitchId: [] });
    const { VRouters } = await ok('DescribeVRouters', { VRouterId: String(made?.['RouterId']) });
    const [router] = (VRouters as { readonly VRouter: readonly Item[] }).VRouter;
    const [main] = await listed({ RouteTableType: 'System', VpcId: vpc });
    assert.deepEqual(router, {
      CreationTime: '2026-01-02T03:04:05Z',
      Description: '',
      RegionId: 'cn-guangzhou',
      RouteTableIds: { RouteTableId: [main?.['RouteTableId'], table] },
      VRouterId: made?.['RouterId'],
      VRouterName: '',
      VpcId: vpc,
    });
    assert.equal((await ok('DescribeVRouters', { VRouterId: 'vrt-nobody' }))['TotalCount'], 0);
  });

  test('creation is refused in the codes of its page, and ends with the quota', async () => {
    const refused = (given: Given) => refusal('CreateRouteTable', { VpcId: vpc, ...given });
    assert.equal(await refused({ RouteTableName: 'n'.repeat(129) }), '400 InvalidParameter');
    assert.equal(await refused({ Description: 'http://a' }), '400 InvalidParameter');
    assert.equal(await refused({ AssociateType: 'Gateway' }), '400 InvalidParameter');
    assert.equal(await refused({ VpcId: 'vpc-nobody' }), '404 InvalidVpcId.NotFound');
    const made: string[] = [];
    for (let more = 2; more < 10; more += 1) {
      made.push(String((await ok('CreateRouteTable', { VpcId: vpc }))['RouteTableId']));
    }
    assert.equal(await refused({}), '400 QuotaExceeded');
    for (const one of made) await ok('DeleteRouteTable', { RouteTableId: one });
  });

  test('are modified in what is given, and in nothing else', async () => {
    const [before] = await listed({ RouteTableId: table });
    const modify = 'ModifyRouteTableAttributes';
    await ok(modify, { RouteTableId: table, RouteTableName: 'n'.repeat(128) });
    await ok(modify, { RouteTableId: table, Description: 'd'.repeat(256) });
    await ok(modify, { RouteTableId: table, RoutePropagationEnable: false });
    const [after] = await listed({ RouteTableId: table });
    const RouteTableName = 'n'.repeat(128);
    const Description = 'd'.repeat(256);
    const RoutePropagationEnable = false;
    assert.deepEqual(after, { ...before, RouteTableName, Description, RoutePropagationEnable });
    const long = { RouteTableId: table, RouteTableName: 'n'.repeat(129) };
    assert.equal(await refusal(modify, long), '400 InvalidParameter');
    const unknown = await refusal(modify, { RouteTableId: 'vtb-nobody' });
    assert.equal(unknown, '404 InvalidRouteTable.NotFound');
  });

  test('serve vSwitches that are associated, and stay while they do', async () => {
    const [main] = await listed({ RouteTableType: 'System', VpcId: vpc });
    const both = { RouteTableId: table, VSwitchId: vSwitch };
    const wrong = { ...both, VSwitchId: 'vsw-nobody' };
    assert.equal(await refusal('AssociateRouteTable', wrong), '404 InvalidVSwitchId.NotFound');
    const early = await refusal('UnassociateRouteTable', both);
    assert.equal(early, '404 InvalidVSwitchId.NotFound');
    const system = { RouteTableId: String(main?.['RouteTableId']), VSwitchId: vSwitch };
    assert.equal(await refusal('UnassociateRouteTable', system), '400 OperationDenied');
    await ok('AssociateRouteTable', both);
    const [served] = await listed({ RouteTableId: table });
    assert.deepEqual(served?.['VSwitchIds'], { VSwitchId: [vSwitch] });
    const { RouteTable } = await ok('DescribeVSwitchAttributes', { VSwitchId: vSwitch });
    assert.deepEqual(RouteTable, { RouteTableId: table, RouteTableType: 'Custom' });
    const held = await refusal('DeleteRouteTable', { RouteTableId: table });
    assert.equal(held, '400 DependencyViolation.VSwitch');
    await ok('UnassociateRouteTable', both);
    const [back] = await listed({ RouteTableType: 'System', VpcId: vpc });
    assert.deepEqual(back?.['VSwitchIds'], { VSwitchId: [vSwitch] });

    const other = await cloud.network('10.5.0.0/16');
    const mixed = { RouteTableId: table, VSwitchId: other.vSwitch };
    assert.equal(await refusal('AssociateRouteTable', mixed), '400 InvalidParameter');
    const [theirs] = await listed({ VpcId: other.vpc });
    const id = String(theirs?.['RouteTableId']);
    assert.equal(await refusal('DeleteRouteTable', { RouteTableId: id }), '400 OperationDenied');
    await ok('CreateRouteTable', { VpcId: other.vpc });
    await cloud.ok('DeleteSecurityGroup', { SecurityGroupId: other.group });
    await ok('DeleteVSwitch', { VSwitchId: other.vSwitch });
    const inside = await refusal('DeleteVpc', { VpcId: other.vpc });
    assert.equal(inside, '400 DependencyViolation.RouteTable');
  });

  test('are deleted', async () => {
    await ok('DeleteRouteTable', { RouteTableId: table });
    const gone = await refusal('DeleteRouteTable', { RouteTableId: table });
    assert.equal(gone, '404 InvalidRouteTable.NotFound');
  });
});
