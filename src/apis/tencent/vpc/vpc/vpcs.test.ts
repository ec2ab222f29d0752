import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { vpcsPerRegionMax: 6, subnetsPerVpcMax: 2 } });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function createVpc(body: object = {}): Promise<string> {
  const { Vpc } = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16', ...body });
  return (Vpc as { readonly VpcId: string }).VpcId;
}

async function shownVpc(vpc: string): Promise<Item> {
  const [one] = (await ok('DescribeVpcs', { VpcIds: [vpc] }))['VpcSet'] as readonly Item[];
  assert.ok(one);
  return one;
}

const zone = 'ap-guangzhou-3';

async function createSubnet(vpc: string, body: object = {}): Promise<string> {
  const asked = { VpcId: vpc, SubnetName: 'a', CidrBlock: '10.0.1.0/24', Zone: zone, ...body };
  const { Subnet } = await ok('CreateSubnet', asked);
  return (Subnet as { readonly SubnetId: string }).SubnetId;
}

async function shownSubnet(subnet: string): Promise<Item> {
  const { SubnetSet } = await ok('DescribeSubnets', { SubnetIds: [subnet] });
  const [one] = SubnetSet as readonly Item[];
  assert.ok(one);
  return one;
}

/** Names and tags are refused alike on each page that has them. */
const tooLong = 'n'.repeat(61);

describe('VPCs', () => {
  let vpc: string;
  before(async () => {
    vpc = await createVpc();
  });

  test('creation is refused in the codes of its page', async () => {
    const one = { VpcName: 'one', CidrBlock: '10.1.0.0/16' };
    const refused = (body: object) => refusal('CreateVpc', { ...one, ...body });
    assert.equal(await refused({ VpcName: tooLong }), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ VpcName: '' }), 'InvalidParameterValue');
    assert.equal(await refused({ CidrBlock: '10.1.0.1/16' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ CidrBlock: '11.1.0.0/16' }), 'InvalidParameterValue');
    assert.equal(await refused({ CidrBlock: '10.0.0.0/11' }), 'InvalidParameterValue');
    assert.equal(await refused({ CidrBlock: '10.0.0.0/29' }), 'InvalidParameterValue');
    assert.equal(await refused({ DnsServers: ['1.1.1'] }), 'InvalidParameterValue.Malformed');
    const five = ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4', '1.1.1.5'];
    assert.equal(await refused({ DnsServers: five }), 'InvalidParameterValue.LimitExceeded');
    const twice = [
      { Key: 'a', Value: '1' },
      { Key: 'a', Value: '2' },
    ];
    assert.equal(await refused({ Tags: twice }), 'InvalidParameterValue.TagDuplicateKey');
    assert.equal(await refusal('CreateVpc', { VpcName: 'one' }), 'MissingParameter');
  });

  test('the edges of its page are allowed, and the quota ends them', async () => {
    const name = 'n'.repeat(60);
    const made = [
      await createVpc({ VpcName: name, CidrBlock: '10.0.0.0/12' }),
      await createVpc({ CidrBlock: '192.168.0.0/28', DnsServers: ['1.1.1.1', '8.8.8.8'] }),
    ];
    assert.equal((await shownVpc(made[0] ?? ''))['VpcName'], name);
    for (let more = 3; more < 6; more += 1) made.push(await createVpc());
    const asked = { VpcName: 'one', CidrBlock: '10.0.0.0/16' };
    assert.equal(await refusal('CreateVpc', asked), 'LimitExceeded');
    for (const one of made) await ok('DeleteVpc', { VpcId: one });
  });

  test('are modified in what is given, and in nothing else', async () => {
    const { Code, ...before } = await shownVpc(vpc);
    assert.equal(Code, undefined);
    const changes = [
      { VpcName: 'n'.repeat(60) },
      { EnableMulticast: 'true' },
      { EnableMulticast: 'false' },
      { DnsServers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] },
      { DomainName: 'example.com' },
      { EnableRouteVpcPublish: true },
      { EnableRouteVpcPublishIpv6: true },
      { EnableCdcPublish: false },
    ];
    for (const change of changes) await ok('ModifyVpcAttribute', { VpcId: vpc, ...change });
    assert.deepEqual(await shownVpc(vpc), {
      ...before,
      VpcName: 'n'.repeat(60),
      EnableMulticast: false,
      DnsServerSet: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'],
      DomainName: 'example.com',
      EnableRouteVpcPublish: true,
      EnableRouteVpcPublishIpv6: true,
    });
  });

  test('a modification is refused in the codes of its page', async () => {
    const refused = (body: object) => refusal('ModifyVpcAttribute', { VpcId: vpc, ...body });
    assert.equal(await refused({ VpcName: tooLong }), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ VpcName: '' }), 'InvalidParameterValue');
    assert.equal(await refused({ EnableMulticast: 'yes' }), 'InvalidParameterValue');
    assert.equal(await refused({ DnsServers: ['x'] }), 'InvalidParameterValue.Malformed');
    const five = ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4', '1.1.1.5'];
    assert.equal(await refused({ DnsServers: five }), 'InvalidParameterValue.LimitExceeded');
    const published = await refused({ EnableCdcPublish: true });
    assert.equal(published, 'UnsupportedOperation.CdcPublishNeedCdcId');
    assert.equal(await refused({ VpcId: 'vpc-x' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ VpcId: 'vpc-00000000' }), 'ResourceNotFound');
  });

  test('lists are refused in the codes of their page', async () => {
    const refused = (body: object) => refusal('DescribeVpcs', body);
    const filter = (name: string, ...values: readonly string[]) => ({
      Filters: [{ Name: name, Values: values }],
    });
    assert.equal(
      await refused({ VpcIds: [vpc], ...filter('vpc-id', vpc) }),
      'InvalidParameter.Coexist',
    );
    assert.equal(await refused(filter('colour', 'red')), 'InvalidParameter.FilterInvalidKey');
    assert.equal(await refused(filter('vpc-id', 'vpc')), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ VpcIds: ['vpc-00000000'] }), 'ResourceNotFound');
    assert.equal(await refused({ VpcIds: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ Limit: '101' }), 'InvalidParameterValue.Range');
    assert.equal(await refused({ Limit: '0' }), 'InvalidParameterValue.Range');
    assert.equal(await refused({ Offset: '-1' }), 'InvalidParameterValue.Range');
    const many = Array.from({ length: 101 }, () => vpc);
    assert.equal(await refused({ VpcIds: many }), 'InvalidParameterValue.LimitExceeded');
    const { TotalCount } = await ok('DescribeVpcs', { Limit: '100', ...filter('vpc-id', vpc) });
    assert.equal(TotalCount, 1);
  });

  test('deletion waits for what is inside', async () => {
    const subnet = await createSubnet(vpc);
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), 'ResourceInUse');
    assert.equal(await refusal('DeleteVpc', { VpcId: 'x' }), 'InvalidParameterValue.Malformed');
    await ok('DeleteSubnet', { SubnetId: subnet });
    await ok('DeleteVpc', { VpcId: vpc });
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), 'ResourceNotFound');
    const { TotalCount } = await ok('DescribeRouteTables', {});
    assert.equal(TotalCount, 0, 'its main route table has gone with it');
  });
});

describe('subnets', () => {
  let vpc: string;
  let subnet: string;
  before(async () => {
    vpc = await createVpc();
    subnet = await createSubnet(vpc);
  });

  test('creation is refused in the codes of its page', async () => {
    const one = { VpcId: vpc, SubnetName: 'b', CidrBlock: '10.0.2.0/24', Zone: zone };
    const refused = (body: object) => refusal('CreateSubnet', { ...one, ...body });
    assert.equal(await refused({ SubnetName: tooLong }), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ SubnetName: '' }), 'InvalidParameterValue.Empty');
    assert.equal(await refused({ CidrBlock: 'x' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ CidrBlock: '10.0.0.0/15' }), 'InvalidParameterValue.SubnetRange');
    assert.equal(await refused({ CidrBlock: '10.0.2.0/29' }), 'InvalidParameterValue.SubnetRange');
    assert.equal(await refused({ CidrBlock: '10.1.0.0/24' }), 'InvalidParameterValue.SubnetRange');
    const overlap = await refused({ CidrBlock: '10.0.1.128/25' });
    assert.equal(overlap, 'InvalidParameterValue.SubnetConflict');
    assert.equal(await refused({ VpcId: 'vpc-00000000' }), 'ResourceNotFound');
    assert.equal(await refused({ Zone: 'ap-shanghai-2' }), 'InvalidParameterValue');
    await createSubnet(vpc, { CidrBlock: '10.0.2.0/28' });
    assert.equal(await refused({ CidrBlock: '10.0.3.0/24' }), 'LimitExceeded');
  });

  test('are modified in what is given, and in nothing else', async () => {
    const before = await shownSubnet(subnet);
    const name = 'n'.repeat(60);
    await ok('ModifySubnetAttribute', { SubnetId: subnet, SubnetName: name });
    await ok('ModifySubnetAttribute', { SubnetId: subnet, EnableBroadcast: 'true' });
    const expected = { ...before, SubnetName: name, EnableBroadcast: true };
    assert.deepEqual(await shownSubnet(subnet), expected);
    await ok('ModifySubnetAttribute', { SubnetId: subnet, EnableBroadcast: 'false' });
    assert.equal((await shownSubnet(subnet))['EnableBroadcast'], false);
  });

  test('a modification is refused in the codes of its page', async () => {
    const refused = (body: object) =>
      refusal('ModifySubnetAttribute', { SubnetId: subnet, ...body });
    assert.equal(await refused({ SubnetName: tooLong }), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ SubnetName: '' }), 'InvalidParameterValue');
    assert.equal(await refused({ EnableBroadcast: '1' }), 'InvalidParameterValue');
    assert.equal(await refused({ SubnetId: 'x' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ SubnetId: 'subnet-00000000' }), 'ResourceNotFound');
  });

  test('lists are refused in the codes of their page', async () => {
    const refused = (body: object) => refusal('DescribeSubnets', body);
    const Filters = [{ Name: 'vpc-id', Values: [vpc] }];
    assert.equal(await refused({ SubnetIds: [subnet], Filters }), 'InvalidParameter.Coexist');
    const unknown = [{ Name: 'colour', Values: ['red'] }];
    assert.equal(await refused({ Filters: unknown }), 'InvalidParameter.FilterInvalidKey');
    assert.equal(await refused({ SubnetIds: ['subnet-00000000'] }), 'ResourceNotFound');
    assert.equal(await refused({ SubnetIds: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ Limit: '101' }), 'InvalidParameterValue.Range');
    assert.equal((await ok('DescribeSubnets', { Filters, Limit: '100' }))['TotalCount'], 2);
  });

  test('used addresses are those of instances, until they are gone', async () => {
    const [instance = ''] = await cloud.launchRunning({
      VirtualPrivateCloud: { VpcId: vpc, SubnetId: subnet, PrivateIpAddresses: ['10.0.1.9'] },
    });
    const state = {
      VpcId: vpc,
      SubnetId: subnet,
      IpAddress: '10.0.1.9',
      ResourceType: 'CVM',
      ResourceId: instance,
    };
    const used = async (body: object = {}) => {
      const { IpAddressStates, TotalCount } = await ok('DescribeUsedIpAddress', {
        VpcId: vpc,
        ...body,
      });
      assert.equal(TotalCount, (IpAddressStates as readonly Item[]).length);
      return IpAddressStates;
    };
    const filter = (Name: string, Values: readonly string[]) => ({ Filters: [{ Name, Values }] });
    assert.deepEqual(await used(), [state]);
    assert.deepEqual(await used({ SubnetId: subnet, IpAddresses: ['10.0.1.9'] }), [state]);
    assert.deepEqual(await used({ SubnetId: subnet, IpAddresses: ['10.0.1.10'] }), []);
    assert.deepEqual(await used(filter('ip-addresses', ['10.0.1.9', '10.9.9.9'])), [state]);
    assert.deepEqual(await used(filter('resource-id', [instance])), [state]);
    assert.deepEqual(await used(filter('resource-id', ['ins-00000000', 'lb-1'])), []);

    const refused = (body: object) => refusal('DescribeUsedIpAddress', { VpcId: vpc, ...body });
    const mismatch = 'InvalidParameterValue.ParameterMismatch';
    assert.equal(await refused({ IpAddresses: ['10.1.0.1'] }), mismatch);
    assert.equal(await refused({ SubnetId: subnet, IpAddresses: ['10.0.2.1'] }), mismatch);
    const other = await createVpc({ CidrBlock: '10.0.0.0/16' });
    assert.equal(await refused({ VpcId: other, SubnetId: subnet }), mismatch);
    assert.equal(await refused({ IpAddresses: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ VpcId: 'x' }), 'InvalidParameterValue.Malformed');
    const both = { IpAddresses: ['10.0.1.9'], ...filter('resource-id', [instance]) };
    assert.equal(await refused(both), 'InvalidParameter');
    await ok('DeleteVpc', { VpcId: other });

    assert.equal(await refusal('DeleteSubnet', { SubnetId: subnet }), 'ResourceInUse');
    await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
    await cloud.passTime(60_000);
    assert.deepEqual(await used({ SubnetId: subnet, IpAddresses: ['10.0.1.9'] }), []);
  });

  test('deletion is refused in the codes of its page', async () => {
    await ok('DeleteSubnet', { SubnetId: subnet });
    assert.equal(await refusal('DeleteSubnet', { SubnetId: subnet }), 'ResourceNotFound');
    assert.equal(
      await refusal('DeleteSubnet', { SubnetId: 'x' }),
      'InvalidParameterValue.Malformed',
    );
  });
});
