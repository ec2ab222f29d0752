import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { ipv6Text, type NewIpv6 } from '#resources/network-interface/ipv6.ts';
import type { NewAddress } from '#resources/network-interface/addresses.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { formatIpv6, parseIpv6 } from '#resources/subnet/ipv6.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { silent } from '../../parameters.ts';
import { descriptionIssue, nameIssue } from '../instance/names.ts';

export const interfaceNamed = id('network-interface', { required: true });

/** Of an interface that is attached to none: its first address, and as many as one call adds. */
export const addressesMax = 50;

/** Security groups that an interface is in at most, by default. */
export const groupsMax = 10;

const QUEUES_MAX = 2048;

const silentQueues = each(['RxQueueSize', 'TxQueueSize'], silent);

/** What both pages that set an interface up say of it. */
export const interfaceFields = {
  QueueNumber: { min: 1, max: QUEUES_MAX, reasons: networkInterfaceFaults.queuesOutOfRange },
  ConnectionTrackingConfiguration: {
    fields: {
      TcpClosedAndTimeWaitTimeout: { min: 3, max: 15 },
      TcpEstablishedTimeout: { values: [30, 60, 80, 100, 200, 300, 500, 700, 910] },
      UdpTimeout: { values: [10, 20, 30, 60, 80, 100] },
    },
  },
  // Not open to use.
  ...silentQueues,
  EnablePrimaryIPv6: silent,
  EnhancedNetwork: {
    deprecated: true,
    fields: each(
      [
        'EnableExpress',
        'EnableRss',
        'EnableSriov',
        'VirtualFunctionQuantity',
        'VirtualFunctionTotalQueueNumber',
      ],
      silent,
    ),
  },
} as const;

/** The traffic settings as a set, of which the queues have an effect. */
export const trafficFields = {
  NetworkInterfaceTrafficMode: { values: ['Standard', 'HighPerformance'] },
  QueueNumber: interfaceFields.QueueNumber,
  QueuePairNumber: silent,
  ...silentQueues,
} as const;

/** What this vendor alone knows of an interface, under the names of its parameters. */
export interface InterfaceOwn {
  readonly QueueNumber?: number;
  readonly SourceDestCheck?: boolean;
  readonly ConnectionTrackingConfiguration?: Tracking;
}

export interface Tracking {
  readonly TcpClosedAndTimeWaitTimeout?: number | undefined;
  readonly TcpEstablishedTimeout?: number | undefined;
  readonly UdpTimeout?: number | undefined;
}

/** The defaults of the page. */
export const trackingDefaults = {
  TcpClosedAndTimeWaitTimeout: 3,
  TcpEstablishedTimeout: 910,
  UdpTimeout: 30,
} as const;

interface OwnAsked {
  readonly QueueNumber?: number | undefined;
  readonly SourceDestCheck?: boolean | undefined;
  readonly ConnectionTrackingConfiguration?: Tracking | undefined;
  readonly NetworkInterfaceTrafficConfig?:
    | {
        readonly QueueNumber?: number | undefined;
        readonly NetworkInterfaceTrafficMode?: string | undefined;
      }
    | undefined;
}

/** @throws network-interface.kindNotHere where it is to have direct access to memory */
export function ownOf(asked: OwnAsked): InterfaceOwn {
  const { NetworkInterfaceTrafficConfig: traffic, SourceDestCheck } = asked;
  if (traffic?.NetworkInterfaceTrafficMode === 'HighPerformance') {
    throw networkInterfaceFaults.kindNotHere();
  }
  const { QueueNumber = traffic?.QueueNumber, ConnectionTrackingConfiguration: tracking } = asked;
  return {
    ...(QueueNumber !== undefined && { QueueNumber }),
    ...(SourceDestCheck !== undefined && { SourceDestCheck }),
    ...(tracking !== undefined && { ConnectionTrackingConfiguration: tracking }),
  };
}

/** @throws network-interface.nameMalformed, network-interface.descriptionMalformed */
export function requireTexts(name: string | undefined, description: string | undefined): void {
  if (name !== undefined && name !== '' && nameIssue(name) !== undefined) {
    throw networkInterfaceFaults.nameMalformed();
  }
  if (
    description !== undefined &&
    description !== '' &&
    descriptionIssue(description) !== undefined
  ) {
    throw networkInterfaceFaults.descriptionMalformed();
  }
}

/** What is asked for of IPv6 addresses; a text that is none is of no interface. */
export function ipv6In(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts?.map((text) => {
    const address = parseIpv6(text);
    return address === undefined ? '' : formatIpv6(address);
  });
}

/** @throws network-interface.ipv6Malformed, network-interface.addressTwice */
export function ipv6Asked(texts: readonly string[] = []): readonly NewIpv6[] {
  const addresses = texts.map(ipv6Text);
  if (new Set(addresses).size < addresses.length) throw networkInterfaceFaults.addressTwice();
  return addresses.map((address) => ({ address }));
}

/** Of an interface that is attached to none, as many as one call adds (the page). */
export const ipv6Max = 10;

/** @throws network-interface.addressMalformed, network-interface.addressTwice */
export function addressesAsked(texts: readonly string[] = []): readonly NewAddress[] {
  const addresses = texts.map((text) => {
    const address = parseAddress(text);
    if (address === undefined) throw networkInterfaceFaults.addressMalformed();
    return { address };
  });
  const distinct = new Set(addresses.map(({ address }) => address));
  if (distinct.size < addresses.length) throw networkInterfaceFaults.addressTwice();
  return addresses;
}
