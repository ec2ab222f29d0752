import type { ReadContext } from '#apis/context.ts';
import { macOf } from '#kernel/ids.ts';
import type { ElasticAddress } from '#resources/elastic-address/elastic-address.ts';
import { addressesOf } from '#resources/elastic-address/require.ts';
import type { NetworkInterface } from '#resources/network-interface/network-interface.ts';
import type { ListedInterface } from '#resources/network-interface/verbs/list-interfaces.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { aliyunId } from '../../ids.ts';
import { type InterfaceOwn, trackingDefaults } from './interface-fields.ts';

/** The Status of an interface. */
export const statusWords = {
  available: 'Available',
  attaching: 'Attaching',
  'in-use': 'InUse',
  detaching: 'Detaching',
} as const satisfies Readonly<Record<NetworkInterface['state'], string>>;

const noElasticIp = { AllocationId: '', PublicIpAddress: '' };

/** Interfaces in the vendor's words, with the elastic addresses that are bound to them. */
export async function shownInterfaces(
  { db }: Pick<ReadContext, 'db'>,
  items: readonly ListedInterface[],
) {
  const keys = items.map((one) => one.interface.key as string);
  const bound = await addressesOf(db, ['instance', 'network-interface'], keys);
  return items.map((one) => {
    const elastic = (bound.get(one.interface.key) ?? []).filter(({ kind }) => kind === 'elastic');
    return shownInterface(one, elastic);
  });
}

/** What is bound to one of its addresses: to the first one, where the instance is named. */
function elasticAt(
  address: number,
  { elastic, first }: { readonly elastic: readonly ElasticAddress[]; readonly first: number },
) {
  const found = elastic.find(({ holder }) => {
    const at = holder?.kind === 'network-interface' ? holder.privateAddress : first;
    return at === address;
  });
  if (found === undefined) return noElasticIp;
  const PublicIpAddress = formatAddress(found.address);
  return { AllocationId: aliyunId('elastic-address', found.key), PublicIpAddress };
}

function shownInterface(
  { interface: one, addresses, ipv6, groups, tags }: ListedInterface,
  elastic: readonly ElasticAddress[],
) {
  const { key, isPrimary, instance, address: first } = one;
  const own: InterfaceOwn = one.own;
  const at = { elastic, first };
  return {
    AssociatedPublicIp: elasticAt(first, at),
    Attachment: {
      DeviceIndex: one.deviceIndex ?? 0,
      InstanceId: instance ?? '',
      NetworkCardIndex: 0,
      TrunkNetworkInterfaceId: '',
    },
    CreationTime: one.createdAt,
    DeleteOnRelease: one.deleteWithInstance,
    Description: one.description ?? '',
    InstanceId: instance ?? '',
    Ipv4PrefixSets: [],
    Ipv6PrefixSets: [],
    Ipv6Sets: ipv6.map(({ address: Ipv6Address }) => ({ Ipv6Address, Primary: false })),
    MacAddress: macOf(key),
    NetworkInterfaceId: key,
    NetworkInterfaceName: one.name ?? '',
    NetworkInterfaceTrafficMode: 'Standard',
    OwnerId: one.account,
    PrivateIpAddress: formatAddress(first),
    PrivateIpSets: addresses.map(({ address, isPrimary: Primary }) => ({
      AssociatedPublicIp: elasticAt(address, at),
      Primary,
      PrivateDnsName: '',
      PrivateIpAddress: formatAddress(address),
    })),
    QueueNumber: own.QueueNumber ?? 1,
    QueuePairNumber: 0,
    ResourceGroupId: one.resourceGroup ?? '',
    SecurityGroupIds: groups,
    ServiceID: 0,
    ServiceManaged: false,
    SourceDestCheck: own.SourceDestCheck ?? false,
    Status: statusWords[one.state],
    Tags: tags.map(({ name: TagKey, value: TagValue }) => ({ TagKey, TagValue })),
    Type: isPrimary ? 'Primary' : 'Secondary',
    VSwitchId: one.subnet,
    VpcId: one.vpc,
    ZoneId: one.zone,
  };
}

/** ConnectionTrackingConfiguration, where it is asked for. */
export function shownTracking({ own }: Pick<NetworkInterface, 'own'>) {
  const { ConnectionTrackingConfiguration: given = {} }: InterfaceOwn = own;
  const { TcpClosedAndTimeWaitTimeout, TcpEstablishedTimeout, UdpTimeout } = given;
  return {
    TcpClosedAndTimeWaitTimeout:
      TcpClosedAndTimeWaitTimeout ?? trackingDefaults.TcpClosedAndTimeWaitTimeout,
    TcpEstablishedTimeout: TcpEstablishedTimeout ?? trackingDefaults.TcpEstablishedTimeout,
    UdpTimeout: UdpTimeout ?? trackingDefaults.UdpTimeout,
  };
}
