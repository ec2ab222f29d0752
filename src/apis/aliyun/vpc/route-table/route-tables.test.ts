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
