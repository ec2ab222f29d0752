import { macOf } from '#kernel/ids.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';

/** The primary interface of an instance in the vendor's words. */
export function shownInterface(instance: Instance, securityGroups: readonly string[]) {
  const { key, privateAddress, publicAddress } = instance;
  return {
    NetworkInterfaceId: key,
    NetworkInterfaceName: '',
    NetworkInterfaceDescription: '',
    SubnetId: instance.subnet,
    VpcId: instance.vpc,
    GroupSet: securityGroups,
    Primary: true,
    MacAddress: macOf(key).toUpperCase(),
    State: 'AVAILABLE',
    NetworkInterfaceState: 'INUSE',
    PrivateIpAddressSet: [
      {
        PrivateIpAddress: formatAddress(privateAddress ?? 0),
        Primary: true,
        PublicIpAddress: publicAddress === null ? '' : formatAddress(publicAddress),
        AddressId: '',
        Description: '',
        IsWanIpBlocked: false,
        State: 'AVAILABLE',
        QosLevel: 'DEFAULT',
      },
    ],
    Attachment: {
      DeviceIndex: 0,
      InstanceAccountId: instance.account,
      AttachTime: instance.createdAt,
      InstanceId: key,
    },
    Zone: instance.zone,
    CreatedTime: instance.createdAt,
    Ipv6AddressSet: [],
    TagSet: [],
    EniType: 1,
    Business: 'cvm',
    CdcId: '',
    AttachType: 0,
    ResourceId: '',
    QosLevel: 'DEFAULT',
  };
}
