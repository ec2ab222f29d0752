import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let vpc: string;
let subnet: string;
before(async () => {
  cloud = await startTestCloud();
  const made = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  vpc = (made['Vpc'] as { readonly VpcId: string }).VpcId;
  const asked = { VpcId: vpc, SubnetName: 'a', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  subnet = (Subnet as { readonly SubnetId: string }).SubnetId;
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function listed(body: object = {}): Promise<readonly Item[]> {
  const { RouteTableSet, TotalCount } = await ok('DescribeRouteTables', body);
  const tables = RouteTableSet as readonly Item[];
  assert.equal(TotalCount, tables.length);
  return tables;
}

const filter = (Name: string, ...Values: readonly string[]) => ({ Name, Values });

describe('the main route table', () => {
  test('comes with the VPC, for its subnets, with the local route', async () => {
    const [main] = await listed({ Filters: [filter('vpc-id', vpc)] });
    const id = String(main?.['RouteTableId']);
    assert.match(id, /^rtb-[a-z0-9]{8}$/);
    assert.deepEqual(main, {
      VpcId: vpc,
      RouteTableId: id,
      RouteTableName: 'default',
      AssociationSet: [{ SubnetId: subnet, RouteTableId: id }],
      RouteSet: [
        {
          DestinationCidrBlock: '10.0.0.0/16',
          GatewayType: 'LOCAL',
          GatewayId: 'Local',
          RouteId: 0,
          RouteDescription: '',
          Enabled: true,
          RouteType: 'USER',
          RouteTableId: id,
          DestinationIpv6CidrBlock: '',
          RouteItemId: '',
          PublishedToVbc: false,
          CreatedTime: '2026-01-02 03:04:05',
          CdcId: '',
        },
      ],
      Main: true,
      CreatedTime: '2026-01-02 03:04:05',
      TagSet: [],
      LocalCidrForCcn: [],
    });
    const { SubnetSet } = await ok('DescribeSubnets', { SubnetIds: [subnet] });
    assert.equal((SubnetSet as readonly Item[])[0]?.['RouteTableId'], id);
  });

  test('is found by each filter of the page, and by its id', async () => {
    const [{ RouteTableId: id } = { RouteTableId: '' }] = await listed();
    const found = async (...Filters: readonly object[]) => (await listed({ Filters })).length;
    assert.equal((await listed({ RouteTableIds: [id] })).length, 1);
    assert.equal(await found(filter('route-table-id', String(id))), 1);
    assert.equal(await found(filter('route-table-id', 'rtb-00000000')), 0);
    assert.equal(await found(filter('association.main', 'true')), 1);
    assert.equal(await found(filter('association.main', 'false')), 0);
    assert.equal(await found(filter('visible', 'true')), 1);
    assert.equal(await found(filter('visible', 'false')), 0);
    assert.equal(await found(filter('tag-key', 'a')), 0);
    assert.equal(await found(filter('route-table-name', 'nobody')), 0);
    assert.equal(await found(filter('route-table-name', 'default')), 1);
    const [silent] = await listed({ RouteTableIds: [id], NeedRouterInfo: false });
    assert.deepEqual(silent?.['RouteSet'], []);
    const both = [filter('route-table-id', String(id)), filter('vpc-id', vpc)];
    const ofType = async (type: string) => {
      const [one] = await listed({ Filters: [...both, filter('next-hop-type', type)] });
      const { RouteSet } = one as { readonly RouteSet: readonly Item[] };
      return RouteSet.length;
    };
    assert.equal(await ofType('LOCAL'), 1);
    assert.equal(await ofType('NAT'), 0);
  });

  test('lists are refused in the codes of their page', async () => {
    const refused = (body: object) => refusal('DescribeRouteTables', body);
    const ofVpc = filter('vpc-id', vpc);
    const alone = await refused({ Filters: [ofVpc, filter('next-hop-type', 'LOCAL')] });
    assert.equal(alone, 'InvalidParameter.FilterMissParameter');
    const both = { RouteTableIds: ['rtb-00000000'], Filters: [ofVpc] };
    assert.equal(await refused(both), 'InvalidParameter.Coexist');
    const unknown = { Filters: [filter('colour', 'red')] };
    assert.equal(await refused(unknown), 'InvalidParameter.FilterInvalidKey');
    assert.equal(await refused({ RouteTableIds: ['rtb-00000000'] }), 'ResourceNotFound');
    assert.equal(await refused({ RouteTableIds: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ Limit: '101' }), 'InvalidParameterValue.Range');
    const many = Array.from({ length: 101 }, () => 'rtb-00000000');
    assert.equal(await refused({ RouteTableIds: many }), 'InvalidParameterValue.LimitExceeded');
  });
});

describe('route tables that users make', () => {
  let table: string;
  before(async () => {
    const asked = { VpcId: vpc, RouteTableName: 'mine', Tags: [{ Key: 'a', Value: '1' }] };
    const { RouteTable } = await ok('CreateRouteTable', asked);
    const made = RouteTable as Item;
    table = String(made['RouteTableId']);
    assert.deepEqual(made, (await listed({ RouteTableIds: [table] }))[0]);
    assert.equal(made['RouteTableName'], 'mine');
    assert.equal(made['Main'], false);
    assert.deepEqual(made['AssociationSet'], []);
    assert.deepEqual(made['TagSet'], [{ Key: 'a', Value: '1' }]);
  });

  test('creation is refused in the codes of its page, and ends with the quota', async () => {
    const refused = (body: object) =>
      refusal('CreateRouteTable', { VpcId: vpc, RouteTableName: 'other', ...body });
    const long = { RouteTableName: 'n'.repeat(61) };
    assert.equal(await refused(long), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ RouteTableName: '' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ VpcId: 'x' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ VpcId: 'vpc-00000000' }), 'ResourceNotFound');
    const made: string[] = [];
    for (let more = 2; more < 10; more += 1) {
      const { RouteTable } = await ok('CreateRouteTable', { VpcId: vpc, RouteTableName: 'x' });
      made.push(String((RouteTable as Item)['RouteTableId']));
    }
    assert.equal(await refused({}), 'LimitExceeded');
    for (const one of made) await ok('DeleteRouteTable', { RouteTableId: one });
  });

  test('are renamed, and stay what they are', async () => {
    const [before] = await listed({ RouteTableIds: [table] });
    const name = 'n'.repeat(60);
    await ok('ModifyRouteTableAttribute', { RouteTableId: table, RouteTableName: name });
    const [renamed] = await listed({ RouteTableIds: [table] });
    assert.deepEqual(renamed, { ...before, RouteTableName: name });
    const refused = (body: object) =>
      refusal('ModifyRouteTableAttribute', { RouteTableId: table, RouteTableName: 'x', ...body });
    const long = { RouteTableName: 'n'.repeat(61) };
    assert.equal(await refused(long), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ RouteTableId: 'x' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ RouteTableId: 'rtb-00000000' }), 'ResourceNotFound');
  });

  test('serve the subnets that are given to them, and stay while they do', async () => {
    const [main] = await listed({ Filters: [filter('association.main', 'true')] });
    const { RouteTableId: mainId } = main ?? {};
    const associate = 'ReplaceRouteTableAssociation';
    await ok(associate, { RouteTableId: table, SubnetId: subnet });
    const [one] = await listed({ RouteTableIds: [table] });
    assert.deepEqual(one?.['AssociationSet'], [{ SubnetId: subnet, RouteTableId: table }]);
    const { SubnetSet } = await ok('DescribeSubnets', { SubnetIds: [subnet] });
    assert.equal((SubnetSet as readonly Item[])[0]?.['RouteTableId'], table);
    const held = await refusal('DeleteRouteTable', { RouteTableId: table });
    assert.equal(held, 'UnsupportedOperation.DelRouteWithSubnet');
    const used = await refusal('DeleteRouteTable', { RouteTableId: mainId });
    assert.equal(used, 'UnsupportedOperation.NotSupportDeleteDefaultRouteTable');
    await ok(associate, { RouteTableId: mainId, SubnetId: subnet });

    const made = await ok('CreateVpc', { VpcName: 'other', CidrBlock: '10.0.0.0/16' });
    const other = (made['Vpc'] as { readonly VpcId: string }).VpcId;
    const [theirs] = await listed({ Filters: [filter('vpc-id', other)] });
    const mixed = { RouteTableId: theirs?.['RouteTableId'], SubnetId: subnet };
    assert.equal(await refusal(associate, mixed), 'UnsupportedOperation.VpcMismatch');
    const unknown = { RouteTableId: table, SubnetId: 'subnet-00000000' };
    assert.equal(await refusal(associate, unknown), 'ResourceNotFound');
    const malformed = { RouteTableId: table, SubnetId: 'x' };
    assert.equal(await refusal(associate, malformed), 'InvalidParameterValue.Malformed');
    await ok('CreateRouteTable', { VpcId: other, RouteTableName: 'x' });
    assert.equal(await refusal('DeleteVpc', { VpcId: other }), 'ResourceInUse');
  });

  test('come with subnets that are made together, all or none', async () => {
    const one = { SubnetName: 'b', CidrBlock: '10.0.2.0/24', Zone: 'ap-guangzhou-3' };
    const two = { ...one, SubnetName: 'c', CidrBlock: '10.0.3.0/24', RouteTableId: table };
    const refused = (...Subnets: readonly object[]) =>
      refusal('CreateSubnets', { VpcId: vpc, Subnets });
    const overlap = await refused(one, { ...two, CidrBlock: '10.0.2.0/25' });
    assert.equal(overlap, 'InvalidParameterValue.SubnetConflict');
    const outside = await refused(one, { ...two, CidrBlock: '10.1.0.0/24' });
    assert.equal(outside, 'InvalidParameterValue.SubnetRange');
    const unknown = await refused(one, { ...two, RouteTableId: 'rtb-00000000' });
    assert.equal(unknown, 'ResourceNotFound');
    assert.equal((await ok('DescribeSubnets'))['TotalCount'], 1);
    const tagged = { VpcId: vpc, Subnets: [one, two], Tags: [{ Key: 'k', Value: 'v' }] };
    const made = (await ok('CreateSubnets', tagged))['SubnetSet'] as readonly Item[];
    const ids = made.map(({ SubnetId }) => SubnetId);
    const { SubnetSet } = await ok('DescribeSubnets', { SubnetIds: ids });
    assert.deepEqual(SubnetSet, made);
    assert.equal(made[1]?.['RouteTableId'], table);
    assert.deepEqual(made[0]?.['TagSet'], [{ Key: 'k', Value: 'v' }]);
    for (const id of ids) await ok('DeleteSubnet', { SubnetId: id });
  });

  test('go with their routes', async () => {
    await ok('DeleteRouteTable', { RouteTableId: table });
    assert.equal(await refusal('DeleteRouteTable', { RouteTableId: table }), 'ResourceNotFound');
    const malformed = await refusal('DeleteRouteTable', { RouteTableId: 'x' });
    assert.equal(malformed, 'InvalidParameterValue.Malformed');
  });
});
