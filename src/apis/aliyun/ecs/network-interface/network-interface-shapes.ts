import { macOf } from '#kernel/ids.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';

/** No address here is an elastic one. */
const noElasticIp = { AllocationId: '', PublicIpAddress: '' };

/** The primary interface of an instance in the vendor's words. */
export function shownInterface(instance: Instance, securityGroups: readonly string[]) {
  const { key, privateAddress } = instance;
  const address = formatAddress(privateAddress ?? 0);
  return {
    AssociatedPublicIp: noElasticIp,
    Attachment: {
      DeviceIndex: 0,
      InstanceId: key,
      NetworkCardIndex: 0,
      TrunkNetworkInterfaceId: '',
    },
    CreationTime: instance.createdAt,
    DeleteOnRelease: true,
    Description: '',
    InstanceId: key,
    Ipv4PrefixSets: [],
    Ipv6PrefixSets: [],
    Ipv6Sets: [],
    MacAddress: macOf(key),
    NetworkInterfaceId: key,
    NetworkInterfaceName: '',
    NetworkInterfaceTrafficMode: 'Standard',
    OwnerId: instance.account,
    PrivateIpAddress: address,
    PrivateIpSets: [
      {
        AssociatedPublicIp: noElasticIp,
        Primary: true,
        PrivateDnsName: '',
        PrivateIpAddress: address,
      },
    ],
    QueueNumber: 1,
    QueuePairNumber: 0,
    ResourceGroupId: instance.resourceGroup ?? '',
    SecurityGroupIds: securityGroups,
    ServiceID: 0,
    ServiceManaged: false,
    SourceDestCheck: false,
    Status: 'InUse',
    Tags: [],
    Type: 'Primary',
    VSwitchId: instance.subnet,
    VpcId: instance.vpc,
    ZoneId: instance.zone,
  };
}
