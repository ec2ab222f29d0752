import { uuidOf } from '#kernel/ids.ts';
import { aliyunId } from '#apis/aliyun/ids.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { keyOf, rare } from './rare.ts';

/** A call of DescribeInstances that is narrowed by one documented filter. */
export interface FilterCall {
  readonly name: string;
  readonly vendor: 'tencent' | 'aliyun';
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Some numbers of instances, spread over all. */
function numbers(count: number, of: number): readonly number[] {
  return Array.from({ length: of }, (_, at) => rare.first + Math.floor((at * count) / of));
}

/** The last hundredth of `count` instances begins then; each is made a second after the last. */
function lastFrom(base: number, count: number): Date {
  return new Date(base + (rare.first + Math.ceil(count * 0.99)) * 1_000);
}

/** The filters of Tencent's page (seed 004 L9907-10104), each matching one in a hundred. */
export function tencentFilters(count: number): readonly FilterCall[] {
  const five = numbers(count, 5);
  const created = lastFrom(rare.createdFrom, count).toISOString().slice(0, 19);
  const firstHundredth = new Date(rare.createdFrom + (rare.first + count / 100) * 1_000);
  const values: Readonly<Record<string, readonly string[]>> = {
    zone: ['ap-guangzhou-4'],
    'project-id': ['7'],
    'vpc-id': ['vpc-vpc00007'],
    'subnet-id': ['subnet-sub00007'],
    'instance-id': five.map((number) => `ins-${keyOf(number)}`),
    uuid: five.map((number) => uuidOf('instance', keyOf(number))),
    'security-group-id': ['sg-grp00007'],
    'instance-name': ['-07-'],
    'instance-charge-type': ['PREPAID'],
    'instance-state': ['STOPPED'],
    'private-ip-address': five.map((number) => formatAddress(0x0a_00_00_00 + number)),
    'public-ip-address': five.map((number) => formatAddress(rare.publicAddressFrom + number)),
    'creation-start-time': [created.replace('T', ' ')],
    'creation-end-time': [firstHundredth.toISOString().slice(0, 19).replace('T', ' ')],
    'tag-key': ['team-07'],
    'tag-value': ['city-07'],
    'tag:city': ['city-07'],
  };
  const filters = Object.entries(values).map(([Name, Values]) => [{ Name, Values }]);
  const two = [
    { Name: 'vpc-id', Values: ['vpc-vpc00007'] },
    { Name: 'project-id', Values: ['7'] },
  ];
  return [...filters, two].map((Filters) => ({
    name: Filters.map(({ Name }) => Name).join(' and '),
    vendor: 'tencent' as const,
    parameters: { Filters, Limit: 20 },
  }));
}

/** The parameters of Alibaba's page that narrow, each matching one in a hundred. */
export function aliyunFilters(count: number): readonly FilterCall[] {
  const hundred = numbers(count, 100);
  const addresses = (from: number) => JSON.stringify(hundred.map((at) => formatAddress(from + at)));
  const minutes = (base: number): string => `${lastFrom(base, count).toISOString().slice(0, 16)}Z`;
  const pair = (Key: string, Value: string) => ({ 'Filter.1.Key': Key, 'Filter.1.Value': Value });
  const asked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    InstanceIds: {
      InstanceIds: JSON.stringify(hundred.map((at) => aliyunId('instance', keyOf(at)))),
    },
    'InstanceName with a beginning': { InstanceName: 'web-07*' },
    'InstanceName with a middle': { InstanceName: '*-07-*' },
    Status: { Status: 'Stopped' },
    InstanceType: { InstanceType: rare.type },
    InstanceTypeFamily: { InstanceTypeFamily: 'S6' },
    ImageId: { ImageId: 'ubuntu_22_04_x64_20G_alibase_20230613.vhd' },
    ZoneId: { ZoneId: 'cn-guangzhou-b' },
    VpcId: { VpcId: aliyunId('vpc', 'vpc00007') },
    VSwitchId: { VSwitchId: aliyunId('subnet', 'sub00007') },
    SecurityGroupId: { SecurityGroupId: aliyunId('security-group', 'grp00007') },
    PrivateIpAddresses: { PrivateIpAddresses: addresses(0x0a_00_00_00) },
    PublicIpAddresses: { PublicIpAddresses: addresses(rare.publicAddressFrom) },
    InstanceChargeType: { InstanceChargeType: 'PrePaid' },
    InternetChargeType: { InternetChargeType: 'PayByBandwidth' },
    LockReason: { LockReason: 'Recycling' },
    HttpEndpoint: { HttpEndpoint: 'disabled' },
    HttpTokens: { HttpTokens: 'required' },
    KeyPairName: { KeyPairName: 'pair-07' },
    ResourceGroupId: { ResourceGroupId: 'rg-07' },
    'Filter CreationStartTime': pair('CreationStartTime', minutes(rare.createdFrom)),
    'Filter ExpiredStartTime': pair('ExpiredStartTime', minutes(rare.expiresFrom)),
    Tag: { 'Tag.1.Key': 'city', 'Tag.1.Value': 'city-07' },
    'VpcId and HttpTokens': { VpcId: aliyunId('vpc', 'vpc00007'), HttpTokens: 'required' },
  };
  return Object.entries(asked).map(([name, parameters]) => ({
    name,
    vendor: 'aliyun' as const,
    parameters: { PageSize: '20', ...parameters },
  }));
}
