import { routeFaults } from '#resources/route-table/route-faults.ts';
import type { NextHopKind } from '#resources/route-table/route-table.ts';
import {
  checkDestination,
  type AskedHop,
  type DestinationRule,
} from '#resources/route-table/routes.ts';
import { servicesBlock } from '#resources/route-table/verbs/delete-routes.ts';
import { cidrOf } from '#resources/subnet/cidr-of-row.ts';
import { formatCidr } from '#resources/subnet/cidr.ts';
import type { BatchContext, WriteContext } from '../../../context.ts';
import { parseAliyunId } from '../../ids.ts';
import { aliyunVoice } from '../../voice.ts';

/** What may be a next hop (CreateRouteEntry, NextHopType). */
export const nextHopTypes = [
  'Instance',
  'HaVip',
  'RouterInterface',
  'NetworkInterface',
  'VpnGateway',
  'IPv6Gateway',
  'NatGateway',
  'Attachment',
  'VpcPeer',
  'Ipv4Gateway',
  'GatewayEndpoint',
  'Ecr',
  'GatewayLoadBalancerEndpoint',
  'RouteTargetGroup',
] as const;

/** What a route of this vendor may lead to: all but the public address of a machine itself. */
type NamedHopKind = Exclude<NextHopKind, 'public-address'>;

/** Those that are here. */
export const hopTypes: Readonly<Record<NamedHopKind, (typeof nextHopTypes)[number]>> = {
  instance: 'Instance',
  'nat-gateway': 'NatGateway',
  'network-interface': 'NetworkInterface',
  'ipv4-gateway': 'Ipv4Gateway',
  'ha-vip': 'HaVip',
};

const hopKinds = Object.keys(hopTypes) as readonly NamedHopKind[];

/** The next hop that a type and an id name. @throws route.nextHopUnknown, route.nextHopMissing */
export function hopAsked(type: string, id: string | undefined): AskedHop {
  const kind = hopKinds.find((one) => hopTypes[one] === type);
  if (kind === undefined) throw routeFaults.nextHopUnknown({ kind: type });
  if (id === undefined) throw routeFaults.nextHopMissing();
  return { kind, key: aliyunVoice.parseId(kind, id) ?? '?' };
}

/** The key of a next hop of any kind; of an id that names nothing a key that none has. */
export function hopKeyOf(id: string): string {
  for (const kind of hopKinds) {
    const parsed = parseAliyunId(kind, id);
    if (parsed !== 'unknown') return parsed.key;
  }
  return '?';
}

/** No route is for the addresses of a vSwitch alone, or for the vendor's services. */
export const destinationRule: DestinationRule = {
  inside: 'subnets',
  reserved: [cidrOf(servicesBlock)],
  addresses: true,
};

/** The destination by which a route is named. @throws route.destinationMalformed */
export function destinationMeant(text: string): string {
  return formatCidr(checkDestination(text, { ...destinationRule, reserved: [] }));
}

/** @throws route.nextHopUnknown for several next hops, which no route here has */
export function refuseSeveral(hops: readonly unknown[] | undefined): void {
  if (hops !== undefined && hops.length > 0) throw routeFaults.nextHopUnknown({ kind: 'ECMP' });
}

/** As many entries as a request may name. */
export const ENTRIES_MAX = 50;

/** What became of an entry: what was done, or why nothing was, in the vendor's words. */
type OfEntry<Entry, Done> =
  | { readonly done: Done }
  | {
      readonly entry: Entry;
      readonly why: { readonly FailedCode: string; readonly FailedMessage: string };
    };

/** Does the work for each entry in a transaction of its own, one after the other. */
export async function eachEntry<Entry, Done>(
  context: BatchContext,
  entries: readonly Entry[],
  work: (scope: WriteContext, entry: Entry) => Promise<Done>,
) {
  const all: Array<OfEntry<Entry, Done>> = [];
  for (const entry of entries) {
    // A transaction may run more than once: the last run counts.
    let done: Array<OfEntry<Entry, Done>> = [];
    const refused = await context.attempt(async (scope) => {
      done = [{ done: await work(scope, entry) }];
    });
    if (refused === undefined) all.push(...done);
    else all.push({ entry, why: { FailedCode: refused.code, FailedMessage: refused.message } });
  }
  const done = all.flatMap((one) => ('done' in one ? [one.done] : []));
  const failed = all.flatMap((one) => ('why' in one ? [one] : []));
  return { done, failed, counts: { SuccessCount: done.length, FailedCount: failed.length } };
}
