import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let gateway: string;
before(async () => {
  cloud = await startTestCloud();
  const given = { CidrBlock: '10.0.0.0/16', EnableIpv6: true };
  vpc = String((await ok('CreateVpc', given))['VpcId']);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const { Ipv6Gateways, TotalCount } = await ok('DescribeIpv6Gateways', given);
  const { Ipv6Gateway: items } = Ipv6Gateways as { readonly Ipv6Gateway: readonly Item[] };
  assert.equal(TotalCount, items.length);
  return items;
}

test('a network with IPv6 has one gateway, which both pages show', async () => {
  const names = { Name: 'n'.repeat(128), Description: 'd'.repeat(256) };
  const made = await ok('CreateIpv6Gateway', { VpcId: vpc, ...names, 'Tag.1.Key': 'a' });
  gateway = String(made['Ipv6GatewayId']);
  assert.match(gateway, /^ipv6gw-/);
  const [shown] = await listed();
  assert.deepEqual(shown, {
    BusinessStatus: 'Normal',
    CreationTime: '2026-01-02T03:04:05Z',
    ...names,
    ExpiredTime: '',
    InstanceChargeType: 'PostPaid',
    Ipv6GatewayId: gateway,
    OwnerId: shown?.['OwnerId'],
    RegionId: 'cn-guangzhou',
    ResourceGroupId: made['ResourceGroupId'],
    Status: 'Available',
    Tags: { Tag: [{ Key: 'a', Value: '' }] },
    VpcId: vpc,
  });
  const attribute = await ok('DescribeIpv6GatewayAttribute', { Ipv6GatewayId: gateway });
  const { RequestId: _, ...attributes } = attribute;
  assert.deepEqual(attributes, shown);
});

test('creation is refused in the codes that its page can have', async () => {
  const refused = (given: Given) => refusal('CreateIpv6Gateway', { VpcId: vpc, ...given });
  assert.equal(await refused({}), '400 InvalidParameter', 'the network has one');
  assert.equal(await refused({ VpcId: 'vpc-x' }), '404 InvalidVpcId.NotFound');
  assert.equal(await refused({ Name: 'n'.repeat(129) }), '400 InvalidParameter');
  assert.equal(await refused({ Description: 'd'.repeat(257) }), '400 InvalidParameter');
  const { VpcId } = await ok('CreateVpc', { CidrBlock: '10.1.0.0/16' });
  assert.equal(await refused({ VpcId: String(VpcId) }), '400 InvalidParameter', 'it has no IPv6');
});

test('gateways are found by each parameter of the page', async () => {
  const count = async (given: Given) => (await listed(given)).length;
  assert.equal(await count({ Ipv6GatewayId: gateway }), 1);
  assert.equal(await count({ Ipv6GatewayId: 'ipv6gw-x' }), 0);
  assert.equal(await count({ Name: 'n'.repeat(128) }), 1);
  assert.equal(await count({ Name: 'other' }), 0);
  assert.equal(await count({ VpcId: vpc }), 1);
  assert.equal(await count({ VpcId: 'vpc-x' }), 0);
  assert.equal(await count({ 'Tags.1.Key': 'a' }), 1);
  assert.equal(await count({ 'Tags.1.Key': 'b' }), 0);
  assert.equal(await count({ ResourceGroupId: 'rg-x' }), 0);
});

test('a gateway is changed, tagged and deleted', async () => {
  await ok('ModifyIpv6GatewayAttribute', { Ipv6GatewayId: gateway, Name: 'two' });
  const [shown] = await listed();
  assert.deepEqual([shown?.['Name'], shown?.['Description']], ['two', 'd'.repeat(256)]);
  const tagged = { ResourceType: 'IPV6GATEWAY', 'ResourceId.1': gateway, 'Tag.1.Key': 'b' };
  await ok('TagResources', tagged);
  assert.equal((await listed({ 'Tags.1.Key': 'b' })).length, 1);
  assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), '403 OperationDenied');
  await ok('DeleteIpv6Gateway', { Ipv6GatewayId: gateway });
  assert.deepEqual(await listed(), []);
  const { Status } = await ok('DescribeIpv6GatewayAttribute', { Ipv6GatewayId: gateway });
  assert.equal(Status, '', 'what Terraform takes for gone');
  for (const action of ['ModifyIpv6GatewayAttribute', 'DeleteIpv6Gateway']) {
    const code = await refusal(action, { Ipv6GatewayId: gateway });
    assert.equal(code, '404 InvalidIpv6Gateway.NotFound', action);
  }
  await ok('CreateIpv6Gateway', { VpcId: vpc });
  await ok('DeleteVpc', { VpcId: vpc, ForceDelete: true });
});
