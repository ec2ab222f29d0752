import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);
const zone = 'ap-guangzhou-3';

test('a default VPC is made once, with a default subnet of each zone asked for', async () => {
  assert.equal((await ok('CheckDefaultSubnet', { Zone: zone }))['Result'], true);
  const first = (await ok('CreateDefaultVpc', { Zone: zone }))['Vpc'] as Item;
  assert.equal((await ok('CheckDefaultSubnet', { Zone: zone }))['Result'], false);
  assert.equal(first['VpcName'], 'Default-VPC');
  assert.equal(first['SubnetName'], 'Default-Subnet');
  const { SubnetSet } = await ok('DescribeSubnets', { SubnetIds: [first['SubnetId']] });
  const [subnet] = SubnetSet as readonly Item[];
  assert.equal(subnet?.['CidrBlock'], first['CidrBlock']);
  assert.equal(subnet?.['IsDefault'], true);
  assert.deepEqual((await ok('CreateDefaultVpc', { Zone: zone, Force: true }))['Vpc'], first);
  const other = (await ok('CreateDefaultVpc', { Zone: 'ap-guangzhou-4' }))['Vpc'] as Item;
  assert.equal(other['VpcId'], first['VpcId']);
  assert.notEqual(other['SubnetId'], first['SubnetId']);
  const anywhere = (await ok('CreateDefaultVpc'))['Vpc'] as Item;
  assert.equal(anywhere['VpcId'], first['VpcId']);
});

test('a zone of another region is refused', async () => {
  const elsewhere = { Zone: 'ap-shanghai-2' };
  assert.equal(await refusal('CheckDefaultSubnet', elsewhere), 'InvalidParameterValue');
  assert.equal(await refusal('CreateDefaultVpc', elsewhere), 'InvalidParameterValue');
  assert.equal(await refusal('CheckDefaultSubnet'), 'MissingParameter');
});

test('a default VPC that is full has no room for another default subnet', async () => {
  const configuration = { defaultVpcCidr: '172.16.0.0/24', defaultSubnetMask: 24 };
  const small = await startTestCloud({ configuration });
  await small.ok('CreateDefaultVpc', { Zone: zone }, service);
  for (const action of ['CheckDefaultSubnet', 'CreateDefaultVpc']) {
    const full = await small.refusal(action, { Zone: 'ap-guangzhou-4' }, service);
    assert.equal(full, 'ResourceInsufficient.CidrBlock');
  }
  await small.stop();
});

test('quotas and the type of the account are told', async () => {
  assert.equal((await ok('DescribeNetworkAccountType'))['NetworkAccountType'], 'STANDARD');
  assert.deepEqual((await ok('DescribeAccountAttributes'))['AccountAttributeSet'], []);
  const LimitTypes = [
    'appid-max-vpcs',
    'vpc-max-subnets',
    'vpc-max-route-tables',
    'route-table-max-policies',
  ];
  const { VpcLimitSet } = await ok('DescribeVpcLimits', { LimitTypes });
  assert.deepEqual(VpcLimitSet, [
    { LimitType: 'appid-max-vpcs', LimitValue: 20 },
    { LimitType: 'vpc-max-subnets', LimitValue: 100 },
    { LimitType: 'vpc-max-route-tables', LimitValue: 10 },
    { LimitType: 'route-table-max-policies', LimitValue: 200 },
  ]);
  const unknown = await refusal('DescribeVpcLimits', { LimitTypes: ['vpc-max-towers'] });
  assert.equal(unknown, 'InvalidParameterValue');
  const many = Array.from({ length: 101 }, () => 'appid-max-vpcs');
  const tooMany = await refusal('DescribeVpcLimits', { LimitTypes: many });
  assert.equal(tooMany, 'InvalidParameterValue.LimitExceeded');
});
