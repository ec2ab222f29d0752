import assert from 'node:assert/strict';
import { signTc3 } from '../src/wire/tencent/sign.ts';
import { type AddressFixture, seedAddress, seedInterface } from './address-fixtures.ts';
import { seedCluster, seedPlacementGroup } from './group-fixtures.ts';
import { seedTemplate } from './template-fixtures.ts';
import type { ConformanceCloud } from './cloud.ts';
import type { Example } from './examples.ts';

// Facts: seed-fixtures.md, with the line of each example in seed 004.

interface InstanceFixture {
  readonly key: string;
  readonly zone: string;
  readonly state?: 'RUNNING' | 'STOPPING' | 'STOPPED';
  readonly prepaid?: true;
  readonly type?: string;
  /** Its system disk is local, and it has no data disk. */
  readonly local?: true;
  /** It has no public address of its own. */
  readonly inner?: true;
  readonly tags?: ReadonlyArray<{ readonly Key: string; readonly Value: string }>;
}

interface KeyPairFixture {
  readonly key: string;
  readonly name: string;
  /** Keys of the instances that it is bound to. */
  readonly boundTo?: readonly string[];
}

interface GroupFixture {
  readonly key: string;
  /** Keys of the instances that are in it. */
  readonly members?: readonly string[];
}

interface ImageFixture {
  readonly key: string;
  readonly family?: string;
  /** Numbers of accounts. */
  readonly sharedWith?: readonly string[];
}

interface Fixture {
  /** No example names its region: it follows from the zone. */
  readonly region: string;
  readonly instances?: readonly InstanceFixture[];
  readonly network?: true;
  readonly keyPairs?: readonly KeyPairFixture[];
  readonly group?: GroupFixture;
  readonly images?: readonly ImageFixture[];
  readonly addresses?: readonly AddressFixture[];
  /** Key of a network interface. */
  readonly networkInterface?: string;
  /** Key of a launch template, and how many versions it has. */
  readonly template?: { readonly key: string; readonly versions: number };
  /** Key of a dedicated host, and whether an instance is on it. */
  readonly host?: { readonly key: string; readonly used?: true };
  /** Key of a placement group. */
  readonly placementGroup?: string;
  /** Key of an HPC cluster. */
  readonly cluster?: string;
  /** Accounts that there are besides. */
  readonly accounts?: readonly string[];
  /** Cloud time at which the instances are to be released. */
  readonly releasedAt?: string;
}

const LONG_MS = 2_000;
const inShanghai = { zone: 'ap-shanghai-2' } as const;
const first = { key: 'r8hr2upy', ...inShanghai } as const;
const second = { key: '5d8a23rs', ...inShanghai } as const;
const tags = [{ Key: 'city', Value: 'shenzhen' }];
const listed = [
  { key: '9bxebleo', zone: 'ap-guangzhou-2', tags },
  { key: '09dx96dg', zone: 'ap-guangzhou-2', tags },
] as const;

const stoppedOnes = (...keys: readonly string[]): readonly InstanceFixture[] =>
  keys.map((key) => ({ key, zone: 'ap-guangzhou-2', state: 'STOPPED' }));
/** A key pair, alone or with instances that it can be bound to. */
const keyPair = (one: KeyPairFixture, ...instances: readonly string[]): Fixture => ({
  region: 'ap-guangzhou',
  instances: stoppedOnes(...instances),
  keyPairs: [one],
});
const pair = { key: 'mv9yzyjj', name: 'pair' };
const twoInstances = ['1e4r6y8i', '3e56fg78'] as const;

const grouped = ['915zrb0p', '2zvpghhc'] as const;

/** Images of an account, which are imported. */
const images = (region: string, ...ones: readonly ImageFixture[]): Fixture => ({
  region,
  images: ones,
});
const shared = images('ap-guangzhou', { key: '6pb6lrmy' });

const template = (key: string, versions: number): Fixture => ({
  region: 'ap-guangzhou',
  template: { key, versions },
});

const priced = { region: 'ap-guangzhou', instances: [{ key: 'fd8spnmq', zone: 'ap-guangzhou-2' }] };

const byAction: Readonly<Record<string, Fixture>> = {
  AssociateSecurityGroups: {
    region: 'ap-guangzhou',
    instances: stoppedOnes(...grouped),
    group: { key: '9id3l839' },
  },
  DisassociateSecurityGroups: {
    region: 'ap-guangzhou',
    instances: stoppedOnes(...grouped),
    group: { key: '9id3l839', members: grouped },
  },
  CreateImage: { region: 'ap-guangzhou', instances: stoppedOnes('6pb6lrmy') },
  DescribeLaunchTemplates: template('q9t8j8eg', 1),
  CreateLaunchTemplateVersion: template('lobxe2yo', 6),
  DeleteLaunchTemplate: template('34vaef8fe', 1),
  DeleteLaunchTemplateVersions: template('34vaef8fe', 3),
  DescribeLaunchTemplateVersions: { ...template('b8v1kcyq', 1), group: { key: 'rf6ogz49' } },
  ModifyLaunchTemplateDefaultVersion: template('34vaef8fe', 2),
  ConvertOperatingSystems: {
    region: 'ap-guangzhou',
    instances: [{ key: '6pb6lrmy', zone: 'ap-guangzhou-2' }],
  },
  DeleteImages: images('ap-guangzhou', { key: 'mfih409y' }),
  SyncImages: images('ap-shanghai', { key: 'o3ycss2p' }),
  ExportImages: images('ap-guangzhou', { key: '72n9mi0y' }),
  ModifyImageAttribute: shared,
  ModifyImageSharePermission: { ...shared, accounts: ['1038493875'] },
  DescribeImageSharePermission: {
    ...images('ap-guangzhou', { key: '6pb6lrmy', sharedWith: ['101104350000', '101104350001'] }),
    accounts: ['101104350000', '101104350001'],
  },
  DescribeImageFromFamily: images('ap-guangzhou', {
    key: '1a2b3c4d',
    family: 'business-daily-update',
  }),
  DescribeInstanceVncUrl: {
    region: 'ap-guangzhou',
    instances: [{ key: 'r9hr2upy', zone: 'ap-guangzhou-2' }],
  },
  RunInstances: { region: 'ap-shanghai', network: true },
  InquiryPriceRunInstances: { region: 'ap-shanghai' },
  DescribeInstances: { region: 'ap-guangzhou', instances: listed },
  DescribeInstancesActionTimer: {
    region: 'ap-guangzhou',
    instances: [{ key: '37qv3ucj', zone: 'ap-guangzhou-2' }],
    releasedAt: '2026-02-01 00:00:00',
  },
  DescribeKeyPairs: keyPair({ ...pair, name: 'Tencent' }),
  ModifyKeyPairAttribute: keyPair(pair),
  DeleteKeyPairs: keyPair(pair),
  AssociateInstancesKeyPairs: keyPair({ ...pair, key: '4e5ty7i8' }, ...twoInstances),
  DisassociateInstancesKeyPairs: keyPair(
    { key: 'e3r6y7ji', name: 'pair', boundTo: ['w34e5rl9'] },
    'w34e5rl9',
  ),
  StartInstances: {
    region: 'ap-shanghai',
    instances: [
      { ...first, state: 'STOPPED' },
      { ...second, state: 'STOPPED' },
    ],
  },
  ModifyInstancesVpcAttribute: {
    region: 'ap-shanghai',
    network: true,
    instances: [first, second],
  },
  RebootInstances: { region: 'ap-shanghai', instances: [first, second] },
  StopInstances: { region: 'ap-shanghai', instances: [first, second] },
  RenewInstances: { region: 'ap-shanghai', instances: [{ ...first, prepaid: true }] },
  TerminateInstances: { region: 'ap-shanghai', instances: [{ key: '3jaw1j8m', ...inShanghai }] },
  ModifyInstancesAttribute: { region: 'ap-shanghai', instances: [first, second] },
  ResetInstancesPassword: { region: 'ap-shanghai', instances: [first, second] },
  ResetInstance: { region: 'ap-shanghai', instances: [first] },
  ResizeInstanceDisks: { region: 'ap-shanghai', instances: [{ ...first, state: 'STOPPED' }] },
  ModifyInstancesChargeType: { region: 'ap-shanghai', instances: [first] },
  InquiryPriceModifyInstancesChargeType: { region: 'ap-shanghai', instances: [first] },
  InquiryPriceRenewInstances: {
    region: 'ap-guangzhou',
    instances: [{ key: '2zvpghhc', zone: 'ap-guangzhou-2', prepaid: true }],
  },
  InquiryPriceTerminateInstances: {
    region: 'ap-guangzhou',
    instances: [{ key: 'rfmme2si', zone: 'ap-guangzhou-2', prepaid: true }],
  },
  InquiryPriceResetInstancesInternetMaxBandwidth: priced,
  ResetInstancesType: { region: 'ap-shanghai', instances: [{ ...first, state: 'STOPPED' }] },
  InquiryPriceResetInstancesType: {
    region: 'ap-guangzhou',
    instances: [{ key: 'xmf2ac34', zone: 'ap-guangzhou-2', prepaid: true }],
  },
  DescribeInstancesModification: {
    region: 'ap-guangzhou',
    instances: [{ key: 'bzps2kwdg', zone: 'ap-guangzhou-2' }],
  },
  InquiryPriceResetInstance: priced,
  InquiryPriceResizeInstanceDisks: priced,
  ModifyInstanceDiskType: {
    region: 'ap-shanghai',
    instances: [{ ...first, state: 'STOPPED', local: true }],
  },
  ModifyInstancesProject: { region: 'ap-shanghai', instances: [first, second] },
  ModifyInstancesRenewFlag: {
    region: 'ap-shanghai',
    instances: [
      { ...first, prepaid: true },
      { ...second, prepaid: true },
    ],
  },
  DescribeHosts: { region: 'ap-guangzhou', host: { key: '8th3ybbw', used: true } },
  ModifyHostsAttribute: { region: 'ap-guangzhou', host: { key: 'ey16rkyg' } },
  RenewHosts: { region: 'ap-guangzhou', host: { key: 'ey16rkyg' } },
  InquiryPriceRenewHosts: { region: 'ap-guangzhou', host: { key: 'ey16rkyg' } },
  ModifyInstancesDisasterRecoverGroup: {
    region: 'ap-guangzhou',
    instances: stoppedOnes('r8hr2upy'),
    placementGroup: 'a66w6rlb',
  },
  DescribeDisasterRecoverGroups: { region: 'ap-guangzhou', placementGroup: '21q9ibvr' },
  ModifyDisasterRecoverGroupAttribute: { region: 'ap-guangzhou', placementGroup: '58l1hu01' },
  DeleteDisasterRecoverGroups: { region: 'ap-guangzhou', placementGroup: '58l1hu01' },
  DescribeHpcClusters: { region: 'ap-guangzhou', cluster: 'dc4gcarp' },
  DeleteHpcClusters: { region: 'ap-guangzhou', cluster: 'p64fdfa9' },
  ModifyHpcClusterAttribute: { region: 'ap-guangzhou', cluster: 'gzahhoy5' },
  DescribeInstancesOperationLimit: { region: 'ap-shanghai', instances: [first] },
  DescribeInstancesAttributes: {
    region: 'ap-shanghai',
    instances: [{ key: 'pgklxcq0', ...inShanghai }],
  },
  ResetInstancesInternetMaxBandwidth: {
    region: 'ap-shanghai',
    instances: [{ ...first, prepaid: true }],
  },
  DescribeInstanceInternetBandwidthConfigs: {
    region: 'ap-shanghai',
    instances: [{ key: '6lafsaz0', ...inShanghai, prepaid: true }],
  },
  DescribeInstancesStatus: {
    region: 'ap-shanghai',
    instances: [first, { ...second, state: 'STOPPED' }],
  },
};

/** An address that is there to be unbound. */
const unbound: Fixture = {
  region: 'ap-guangzhou',
  instances: [{ key: '1bmpb9tu', zone: 'ap-guangzhou-2', inner: true }],
  addresses: [{ key: 'ek0cdz1g', boundTo: '1bmpb9tu' }],
};

/** What the pages of 2017 release. */
const released = (...keys: readonly string[]): Fixture => ({
  region: 'ap-guangzhou',
  instances: keys.map((key) => ({ key, zone: 'ap-guangzhou-2' })),
});

const byLine: Readonly<Record<number, Fixture>> = {
  40925: released(),
  41011: released('32kcaqoa'),
  43330: released(),
  43383: released(),
  43465: released(),
  43827: released(),
  43885: released(),
  43987: released(),
  47369: images('ap-guangzhou', { key: 'o3ycss2p' }, { key: 'kb1a392d' }),
  49837: keyPair({ key: '4e5ty7i8', name: 'pair', boundTo: twoInstances }, ...twoInstances),
  44622: released('r8hr2upy'),
  44792: {
    region: 'ap-guangzhou',
    instances: [{ key: '2zvpghhc', zone: 'ap-guangzhou-2', prepaid: true }],
  },
  45001: { region: 'ap-guangzhou', instances: stoppedOnes('r8hr2upy') },
  45145: {
    region: 'ap-guangzhou',
    instances: [{ key: 'r8hr2upy', zone: 'ap-guangzhou-2', prepaid: true }],
  },
  16101: { region: 'ap-shanghai', instances: [{ ...first, prepaid: true }] },
  45786: {
    region: 'ap-guangzhou',
    instances: [{ key: '2zvpghhc', zone: 'ap-guangzhou-2', prepaid: true }],
  },
  45612: {
    region: 'ap-guangzhou',
    instances: [{ key: 'r8hr2upy', zone: 'ap-guangzhou-2', state: 'STOPPED', type: 'S1.SMALL1' }],
  },
  46003: {
    region: 'ap-guangzhou',
    instances: [{ key: '2zvpghhc', zone: 'ap-guangzhou-2', type: 'S1.SMALL1', prepaid: true }],
  },
  44347: released('r8hr2upy', '5d8a23rs'),
  47974: { region: 'ap-guangzhou', addresses: [{ key: 'hxlqja90' }] },
  48040: { region: 'ap-guangzhou', addresses: [{ key: 'hxlqja90' }] },
  48252: { region: 'ap-guangzhou', addresses: [{ key: 'p2x6wxc0' }] },
  48441: { region: 'ap-guangzhou', addresses: [{ key: 'gzc5rgr2' }] },
  48597: { ...released('1bmpb9tu'), addresses: [{ key: 'ek0cdz1g' }] },
  48627: { ...released(), networkInterface: '8x55qvrh', addresses: [{ key: 'ek0cdz1g' }] },
  48756: unbound,
  48784: unbound,
  48868: released('3ea0qeu6'),
  // Right after StopInstances: the latest operation is under way.
  10588: { region: 'ap-guangzhou', instances: listed.map((it) => ({ ...it, state: 'STOPPING' })) },
};

/** Calls an action of cvm or vpc and answers its Response; a refusal fails the test. */
async function call(cloud: ConformanceCloud, at: { action: string; region: string }, body: object) {
  const { keyId: secretId, secret: secretKey, host } = cloud;
  const timestampSeconds = Math.floor(cloud.server.wall.now() / 1000);
  const keys = { secretId, secretKey, host, version: '2017-03-12', timestampSeconds };
  const sent = await cloud.send(signTc3({ ...keys, ...at, body }));
  const { Response } = JSON.parse(sent.text) as { Response: Readonly<Record<string, unknown>> };
  assert.equal(Response['Error'], undefined, `${at.action}: ${sent.text}`);
  return Response;
}

/** Makes what the example refers to and answers the region it is for. */
export async function seed(cloud: ConformanceCloud, example: Example): Promise<string> {
  const fixture = byLine[example.line] ?? byAction[example.action];
  if (fixture === undefined) return 'ap-guangzhou';
  const { region, instances = [], keyPairs = [], network, group, releasedAt } = fixture;
  for (const account of fixture.accounts ?? []) await seedAccount(cloud, account);
  for (const image of fixture.images ?? []) await seedImage(cloud, region, image);
  if (fixture.host !== undefined) await seedHost(cloud, region, fixture.host);
  if (network === true) await seedNetwork(cloud, region);
  for (const instance of instances) await seedInstance(cloud, region, instance);
  for (const one of keyPairs) await seedKeyPair(cloud, region, one);
  if (group !== undefined) await seedGroup(cloud, region, group);
  await seedAddresses(cloud, fixture);
  const ask = (action: string, body: object) => call(cloud, { action, region }, body);
  const { placementGroup, cluster } = fixture;
  if (placementGroup !== undefined) await seedPlacementGroup(ask, cloud.pin, placementGroup);
  if (cluster !== undefined) await seedCluster(ask, cloud.pin, cluster);
  if (fixture.template !== undefined) {
    await seedTemplate(ask, cloud.pin, { ...fixture.template, group: group?.key });
  }
  if (releasedAt !== undefined) {
    const timer = {
      InstanceIds: instances.map(({ key }) => `ins-${key}`),
      ActionTimer: { TimerAction: 'TerminateInstances', ActionTime: releasedAt },
    };
    await call(cloud, { action: 'ImportInstancesActionTimer', region }, timer);
  }
  return region;
}

/** A dedicated host that takes instances, under its key. */
async function seedHost(
  cloud: ConformanceCloud,
  region: string,
  { key, used }: NonNullable<Fixture['host']>,
): Promise<void> {
  cloud.pin(key);
  const made = await call(
    cloud,
    { action: 'AllocateHosts', region },
    {
      Placement: { Zone: 'ap-guangzhou-2' },
      HostChargePrepaid: { Period: 1 },
      TagSpecification: [{ ResourceType: 'host', Tags: tags }],
    },
  );
  const HostIds = [`host-${key}`];
  assert.deepEqual(made['HostIdSet'], HostIds);
  await cloud.passTime(LONG_MS);
  if (used === undefined) return;
  const launch = {
    Placement: { Zone: 'ap-guangzhou-2', HostIds },
    ImageId: 'img-9qabwvbn',
    InstanceChargeType: 'CDHPAID',
    InstanceType: 'CDH_1C1G',
  };
  await call(cloud, { action: 'RunInstances', region }, launch);
  await cloud.passTime(LONG_MS);
}

/** vpc-1urkhbj4 with subnet-dcs9x3gz, which holds 10.0.0.18 and 10.0.0.19. */
async function seedNetwork(cloud: ConformanceCloud, region: string): Promise<void> {
  cloud.pin('1urkhbj4');
  const vpc = { VpcName: 'fixture', CidrBlock: '10.0.0.0/16' };
  const made = await call(cloud, { action: 'CreateVpc', region }, vpc);
  const { VpcId } = made['Vpc'] as { VpcId: string };
  assert.equal(VpcId, 'vpc-1urkhbj4');
  cloud.pin('dcs9x3gz');
  const subnet = { VpcId, SubnetName: 'fixture', CidrBlock: '10.0.0.0/24', Zone: 'ap-shanghai-2' };
  const cut = await call(cloud, { action: 'CreateSubnet', region }, subnet);
  assert.equal((cut['Subnet'] as { SubnetId: string }).SubnetId, 'subnet-dcs9x3gz');
}

/** An account of that number, as others name it. */
export async function seedAccount(cloud: ConformanceCloud, account: string): Promise<void> {
  await cloud.server.store.write((tx) =>
    tx.insert('accounts', [{ key: account, name: 'fixture', created_at: 0 }]),
  );
}

/** An imported image that is there, under its key. */
export async function seedImage(
  cloud: ConformanceCloud,
  region: string,
  { key, family, sharedWith: AccountIds = [] }: ImageFixture,
): Promise<void> {
  cloud.pin(key);
  const imported = {
    Architecture: 'x86_64',
    OsType: 'Ubuntu',
    OsVersion: '16',
    ImageUrl: 'https://bucket.example.test/disk.raw',
    ImageName: `fixture ${key}`,
    TagSpecification: [{ ResourceType: 'image', Tags: [{ Key: 'myKey', Value: 'myValue' }] }],
    ...(family !== undefined && { ImageFamily: family }),
  };
  const { ImageId } = await call(cloud, { action: 'ImportImage', region }, imported);
  assert.equal(ImageId, `img-${key}`);
  await cloud.passTime(LONG_MS);
  if (AccountIds.length === 0) return;
  const sharing = { ImageId, Permission: 'SHARE', AccountIds };
  await call(cloud, { action: 'ModifyImageSharePermission', region }, sharing);
}

async function seedAddresses(
  cloud: ConformanceCloud,
  { region, networkInterface: key, addresses = [] }: Fixture,
): Promise<void> {
  const ask = (action: string, body: object) => call(cloud, { action, region }, body);
  if (key !== undefined) {
    const network = await networkOf(cloud, region, `${region}-2`);
    await seedInterface(ask, cloud.pin, { ...network, key });
  }
  for (const address of addresses) await seedAddress(ask, cloud.pin, address);
}

async function seedGroup(
  cloud: ConformanceCloud,
  region: string,
  { key, members = [] }: GroupFixture,
): Promise<void> {
  cloud.pin(key);
  const made = { GroupName: 'fixture', GroupDescription: 'fixture' };
  const { SecurityGroup } = await call(cloud, { action: 'CreateSecurityGroup', region }, made);
  assert.equal((SecurityGroup as { SecurityGroupId: string }).SecurityGroupId, `sg-${key}`);
  if (members.length === 0) return;
  const joined = {
    SecurityGroupIds: [`sg-${key}`],
    InstanceIds: members.map((one) => `ins-${one}`),
  };
  await call(cloud, { action: 'AssociateSecurityGroups', region }, joined);
}

async function seedKeyPair(
  cloud: ConformanceCloud,
  region: string,
  { key, name: KeyName, boundTo = [] }: KeyPairFixture,
): Promise<void> {
  cloud.pin(key);
  const made = { KeyName, ProjectId: 0 };
  const { KeyPair } = await call(cloud, { action: 'CreateKeyPair', region }, made);
  assert.equal((KeyPair as { KeyId: string }).KeyId, `skey-${key}`);
  if (boundTo.length === 0) return;
  const bound = { KeyIds: [`skey-${key}`], InstanceIds: boundTo.map((one) => `ins-${one}`) };
  await call(cloud, { action: 'AssociateInstancesKeyPairs', region }, bound);
  await cloud.passTime(LONG_MS);
}

async function seedInstance(
  cloud: ConformanceCloud,
  region: string,
  { key, zone, state, prepaid, type, local, inner, tags: given }: InstanceFixture,
): Promise<void> {
  const launch = {
    Placement: { Zone: zone },
    ImageId: 'img-9qabwvbn',
    ...(type === undefined ? {} : { InstanceType: type }),
    ...(local
      ? { SystemDisk: { DiskType: 'LOCAL_BASIC', DiskSize: 50 } }
      : { DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 50 }] }),
    ...(!inner && {
      InternetAccessible: { InternetMaxBandwidthOut: 1, PublicIpAssigned: true },
    }),
    ...(given !== undefined && { TagSpecification: [{ ResourceType: 'instance', Tags: given }] }),
    ...(prepaid && { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } }),
  };
  const { SecurityGroupId, ...network } = await networkOf(cloud, region, zone);
  const placed = { ...launch, VirtualPrivateCloud: network, SecurityGroupIds: [SecurityGroupId] };
  cloud.pin(key);
  const made = await call(cloud, { action: 'RunInstances', region }, placed);
  assert.deepEqual(made['InstanceIdSet'], [`ins-${key}`]);
  await cloud.passTime(LONG_MS);
  if (state === undefined || state === 'RUNNING') return;
  await call(cloud, { action: 'StopInstances', region }, { InstanceIds: [`ins-${key}`] });
  if (state === 'STOPPED') await cloud.passTime(LONG_MS);
}

/** A network of the instance's own, so that nothing but the instance takes the pinned key. */
async function networkOf(cloud: ConformanceCloud, region: string, zone: string) {
  const vpc = { VpcName: 'fixture', CidrBlock: '10.0.0.0/16' };
  const made = await call(cloud, { action: 'CreateVpc', region }, vpc);
  const { VpcId } = made['Vpc'] as { VpcId: string };
  const subnet = { VpcId, SubnetName: 'fixture', CidrBlock: '10.0.0.0/24', Zone: zone };
  const cut = await call(cloud, { action: 'CreateSubnet', region }, subnet);
  const group = { GroupName: 'fixture', GroupDescription: 'fixture' };
  const grouped = await call(cloud, { action: 'CreateSecurityGroup', region }, group);
  const { SecurityGroupId } = grouped['SecurityGroup'] as { SecurityGroupId: string };
  return { VpcId, SubnetId: (cut['Subnet'] as { SubnetId: string }).SubnetId, SecurityGroupId };
}
