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
