/**
 * What the vendors' models do not tell of a field but its name does: which texts are ids of what,
 * which numbers are fractions, which texts are long. One table for each vendor; where a field is
 * something else in one place, the overlay there says so.
 */

/** The kind of resource an id names, by the field's name, of one id and of a list of them. */
export const idKinds = {
  tencent: kindsOf({
    Zone: 'zone',
    InstanceId: 'instance',
    InstanceIdSet: 'instance',
    ImageId: 'image',
    VpcId: 'vpc',
    SubnetId: 'subnet',
    SecurityGroupId: 'security-group',
    DiskId: 'disk',
    SnapshotId: 'snapshot',
    SnapshotGroupId: 'snapshot-group',
    DiskBackupId: 'disk-backup',
    AutoSnapshotPolicyId: 'auto-snapshot-policy',
    KeyId: 'key-pair',
    HostId: 'dedicated-host',
    RouteTableId: 'route-table',
    NetworkInterfaceId: 'network-interface',
    RouteItemId: 'route',
    AddressId: 'elastic-address',
    NatGatewayId: 'nat-gateway',
    NatGatewaySnatId: 'snat-rule',
    BandwidthPackageId: 'bandwidth-package',
    NetworkAclId: 'network-acl',
    HaVipId: 'ha-vip',
    DisasterRecoverGroupId: 'placement-group',
    HpcClusterId: 'hpc-cluster',
    ReserveIpId: 'reserved-address',
    NetworkAclIpv4EntryId: 'network-acl-rule',
    NetworkAclIpv6EntryId: 'network-acl-rule',
  }),
  aliyun: kindsOf({
    ZoneId: 'zone',
    InstanceId: 'instance',
    InstanceIdSet: 'instance',
    VpcId: 'vpc',
    VSwitchId: 'subnet',
    VRouterId: 'router',
    RouteTableId: 'route-table',
    RouterTableId: 'route-table',
    SecurityGroupId: 'security-group',
    DiskId: 'disk',
    ExcludeDiskId: 'disk',
    SnapshotId: 'snapshot',
    SnapshotGroupId: 'snapshot-group',
    NetworkInterfaceId: 'network-interface',
    RouteEntryId: 'route',
    AllocationId: 'elastic-address',
    NatGatewayId: 'nat-gateway',
    SnatTableId: 'snat-table',
    SnatEntryId: 'snat-rule',
    ForwardTableId: 'dnat-table',
    ForwardEntryId: 'dnat-rule',
    NetworkAclId: 'network-acl',
    HaVipId: 'ha-vip',
    DeploymentSetId: 'placement-group',
    HpcClusterId: 'hpc-cluster',
    PrefixListId: 'prefix-list',
    SourcePrefixListId: 'prefix-list',
    DestPrefixListId: 'prefix-list',
    Ipv4GatewayId: 'ipv4-gateway',
    Ipv6GatewayId: 'ipv6-gateway',
    DhcpOptionsSetId: 'dhcp-option-set',
    SourceNetworkAclId: 'network-acl',
    NetworkAclEntryId: 'network-acl-rule',
    ResourceGroupId: 'resource-group',
    DedicatedHostId: 'dedicated-host',
    DedicatedHostClusterId: 'dedicated-host-cluster',
    BandwidthPackageId: 'bandwidth-package',
  }),
} as const;

/** Kinds that a name has in answers alone: as an input it is read by other rules. */
export const idKindsOfAnswers = {
  tencent: kindsOf({ Region: 'region' }),
  aliyun: kindsOf({ RegionId: 'region', ImageId: 'image' }),
} as const;

/** Texts of answers that are instants, and the form most pages give them. */
export const timeForms: Readonly<Record<'tencent' | 'aliyun', ReadonlyMap<string, string>>> = {
  tencent: new Map([
    ['CreatedTime', 'spaced'],
    ['UpdateTime', 'spaced'],
  ]),
  aliyun: new Map([['CreationTime', 'seconds']]),
};

/**
 * The most characters of texts by their names: ids of what is no kind here have 64 (the longest
 * documented is a UUID), what documents let be longer than any other text as many as they need.
 */
export function charactersMax(name: string): number | undefined {
  return longTexts.get(name) ?? (/Ids?$/.test(name) ? 64 : undefined);
}

const longTexts: ReadonlyMap<string, number> = new Map([
  ['ClientToken', 64],
  // 32 KB as Base64, and what is too large is told so by the page's own code.
  ['UserData', 65_536],
  ['PublicKey', 16_384],
  ['PublicKeyBody', 16_384],
]);

/** Alibaba's SDK calls every number `number`; these are Float in the API itself. */
export const fractions: ReadonlySet<string> = new Set([
  'CpuSpeedFrequency',
  'CpuTurboFrequency',
  'GPUMemorySize',
  'MemorySize',
  'SpotPriceLimit',
  'TradePrice',
  'OriginalPrice',
  'DiscountPrice',
]);

/** Parameters of Alibaba's every action that only its gateway reads. */
export const gatewayParameters: ReadonlySet<string> = new Set([
  'OwnerAccount',
  'OwnerId',
  'ResourceOwnerAccount',
  'ResourceOwnerId',
]);

function kindsOf(singular: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const plural = Object.entries(singular).map(([name, kind]) => [`${name}s`, kind] as const);
  return new Map([...Object.entries(singular), ...plural]);
}
