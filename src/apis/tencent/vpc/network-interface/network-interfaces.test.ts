import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;
const list = 'DescribeNetworkInterfaces';

let cloud: TestCloud;
let vpc: string;
let subnet: string;
let group: string;
let instance: string;
before(async () => {
  cloud = await startTestCloud();
  const made = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  vpc = (made['Vpc'] as { readonly VpcId: string }).VpcId;
  const asked = { VpcId: vpc, SubnetName: 'a', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  subnet = (Subnet as { readonly SubnetId: string }).SubnetId;
  const grouped = { GroupName: 'g', GroupDescription: 'd' };
  const { SecurityGroup } = await ok('CreateSecurityGroup', grouped);
  group = (SecurityGroup as { readonly SecurityGroupId: string }).SecurityGroupId;
  [instance = ''] = await cloud.launchRunning({
    VirtualPrivateCloud: { VpcId: vpc, SubnetId: subnet, PrivateIpAddresses: ['10.0.1.9'] },
    SecurityGroupIds: [group],
    InternetAccessible: { PublicIpAssigned: true, InternetMaxBandwidthOut: 1 },
  });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (body: object = {}) => cloud.refusal(list, body, service);

async function listed(body: object = {}): Promise<readonly Item[]> {
  const { NetworkInterfaceSet, TotalCount } = await ok(list, body);
  const set = NetworkInterfaceSet as readonly Item[];
  assert.equal(TotalCount, set.length);
  return set;
}

test('the interface of an instance is shown with all that the page has', async () => {
  const [shown] = await cloud.show([instance]);
  const { PublicIpAddresses } = shown as unknown as {
    readonly PublicIpAddresses: readonly string[];
  };
  const [one] = await listed();
  const id = one?.['NetworkInterfaceId'];
  assert.equal(id, instance.replace('ins-', 'eni-'));
  assert.match(String(one?.['MacAddress']), /^[0-9A-F]{2}(?::[0-9A-F]{2}){5}$/);
  assert.deepEqual(one, {
    NetworkInterfaceId: id,
    NetworkInterfaceName: '',
    NetworkInterfaceDescription: '',
    SubnetId: subnet,
    VpcId: vpc,
    GroupSet: [group],
    Primary: true,
    MacAddress: one?.['MacAddress'],
    State: 'AVAILABLE',
    NetworkInterfaceState: 'INUSE',
    PrivateIpAddressSet: [
      {
        PrivateIpAddress: '10.0.1.9',
        Primary: true,
        PublicIpAddress: PublicIpAddresses[0],
        AddressId: '',
        Description: '',
        IsWanIpBlocked: false,
        State: 'AVAILABLE',
        QosLevel: 'DEFAULT',
      },
    ],
    Attachment: {
      DeviceIndex: 0,
      InstanceAccountId: one?.['Attachment'] && (one['Attachment'] as Item)['InstanceAccountId'],
      AttachTime: '2026-01-02 03:04:05',
      InstanceId: instance,
    },
    Zone: 'ap-guangzhou-3',
    CreatedTime: '2026-01-02 03:04:05',
    Ipv6AddressSet: [],
    TagSet: [],
    EniType: 1,
    Business: 'cvm',
    CdcId: '',
    AttachType: 0,
    ResourceId: '',
    QosLevel: 'DEFAULT',
  });
  assert.deepEqual(await listed({ NetworkInterfaceIds: [id] }), [one]);
});

test('interfaces are found by each filter of the page', async () => {
  const id = instance.replace('ins-', 'eni-');
  const found: ReadonlyArray<readonly [string, string, number]> = [
    ['vpc-id', vpc, 1],
    ['vpc-id', 'vpc-00000000', 0],
    ['subnet-id', subnet, 1],
    ['network-interface-id', id, 1],
    ['network-interface-id', 'eni-00000000', 0],
    ['attachment.instance-id', instance, 1],
    ['groups.security-group-id', group, 1],
    ['groups.security-group-id', 'sg-00000000', 0],
    ['address-ip', '10.0.1.9', 1],
    ['address-ip', '10.0.1.10', 0],
    ['ip-exact-match', 'true', 1],
    ['public-address-ip', '1.2.3.4', 0],
    ['is-primary', 'true', 1],
    ['is-primary', 'false', 0],
    ['eni-type', '1', 1],
    ['eni-type', '0', 0],
    ['eni-qos', 'DEFAULT', 1],
    ['eni-qos', 'PT', 0],
    ['termination-protection', 'false', 1],
    ['traffic-protection', 'true', 0],
    ['network-interface-name', 'nobody', 0],
    ['network-interface-description', 'nobody', 0],
    ['address-ipv6', '2408::1', 0],
    ['address-type', 'GUA', 0],
    ['tag-key', 'a', 0],
    ['tag:a', 'b', 0],
  ];
  for (const [Name, value, count] of found) {
    const Filters = [{ Name, Values: [value] }];
    assert.equal((await listed({ Filters })).length, count, `${Name} ${value}`);
  }
});

test('lists are refused in the codes of their page', async () => {
  const filter = (Name: string, value: string) => ({ Filters: [{ Name, Values: [value] }] });
  const both = { NetworkInterfaceIds: ['eni-00000000'], ...filter('vpc-id', vpc) };
  assert.equal(await refusal(both), 'InvalidParameter.Coexist');
  assert.equal(await refusal(filter('colour', 'red')), 'InvalidParameter.FilterInvalidKey');
  assert.equal(await refusal(filter('address-ip', 'x')), 'InvalidParameterValue.Malformed');
  assert.equal(await refusal(filter('vpc-id', 'x')), 'InvalidParameterValue.Malformed');
  const malformed = await refusal({ NetworkInterfaceIds: ['x'] });
  assert.equal(malformed, 'InvalidParameterValue.Malformed');
  const many = Array.from({ length: 101 }, () => 'eni-00000000');
  const tooMany = await refusal({ NetworkInterfaceIds: many });
  assert.equal(tooMany, 'InvalidParameterValue.LimitExceeded');
  assert.equal(await refusal({ Limit: 101 }), 'InvalidParameterValue.Range');
  assert.equal((await listed({ Limit: 100 })).length, 1);
});
