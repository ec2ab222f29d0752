import { listingFaults } from '#resources/listing/faults.ts';
import { routeFaults } from '#resources/route-table/route-faults.ts';
import type { AskedHop, DestinationRule, RouteRequest } from '#resources/route-table/routes.ts';
import type { RouteSelector } from '#resources/route-table/selectors.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, integer, list, string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import type { Rule } from '#wire/shape.ts';
import { parseTencentId } from '../../ids.ts';
import { route } from '../models/route.ts';
import { routeTableId } from '../route-table/route-table-shapes.ts';

const AT_ONCE_MAX = 100;

/** What no input sets: the system does, or the page says that it has no effect (Route). */
const told = { deprecated: true } as const;

/** A route as inputs have it: which fields an action needs, its reader says. */
const given = overlay(route, {
  DestinationCidrBlock: { required: false, max: 64 },
  GatewayType: { required: false },
  GatewayId: { required: false },
  RouteDescription: { max: 255 },
  RouteId: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  RouteItemId: id('route', { reasons: { malformed: routeFaults.malformed } }),
  RouteTableId: told,
  RouteType: told,
  PublishedToVbc: told,
  CreatedTime: string(told),
  CdcId: told,
});

/** Routes of an action that names a route table. */
export const givenRoutes = {
  ...list(given, { max: AT_ONCE_MAX, min: 1, reasons: { count: routeFaults.tooManyNamed } }),
  required: true,
} as const;

/** All routes that a table is to have, which may be none. */
export const allRoutes = { ...givenRoutes, min: 0 } as const;

type GivenRoute = InferIn<typeof given>;

/** No route of a user is for addresses that the network itself has (Route, in the SDK). */
export const destinationRule: DestinationRule = { inside: 'vpc', reserved: [], addresses: false };

/** RouteIds or RouteItemIds, of EnableRoutes and DisableRoutes. */
export const switchedRoutes = {
  RouteTableId: routeTableId,
  RouteIds: list(integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), {
    max: AT_ONCE_MAX,
    reasons: { count: routeFaults.tooManyNamed },
  }),
  RouteItemIds: list(id('route', { reasons: { malformed: routeFaults.malformed } }), {
    max: AT_ONCE_MAX,
    reasons: { count: routeFaults.tooManyNamed },
  }),
} as const;

/** What a new route asks for. @throws Fault where it lacks something or leads nowhere here */
export function routeAsked(asked: GivenRoute): RouteRequest {
  const { DestinationCidrBlock: destination, GatewayType: kind, GatewayId: hop } = asked;
  // No network here has IPv6.
  if (asked.DestinationIpv6CidrBlock !== undefined || destination === undefined) {
    throw routeFaults.destinationMalformed({ destination: destination ?? '' });
  }
  const nextHop = hopAsked(kind ?? '', hop ?? '');
  const { RouteDescription: description = '' } = asked;
  const { Enabled: enabled } = asked;
  return { destination, nextHop, name: null, description, enabled };
}

/** The types whose GatewayId is the id of what they lead to. */
const namedHops: ReadonlyMap<string, 'nat-gateway' | 'ha-vip'> = new Map([
  ['NAT', 'nat-gateway'],
  ['HAVIP', 'ha-vip'],
]);

/** An instance by its private address, all else by its id. @throws Fault for any other */
function hopAsked(kind: string, hop: string): AskedHop {
  const named = namedHops.get(kind);
  if (named !== undefined) {
    const parsed = parseTencentId(named, hop);
    if (parsed === 'malformed') throw routeFaults.nextHopNotFound({ hop });
    return { kind: named, key: parsed.key };
  }
  // The machine's own public address: GatewayId is 0 (Route, in the SDK), and shown so.
  if (kind === 'EIP') return { kind: 'public-address', key: '0' };
  if (kind !== 'NORMAL_CVM') throw routeFaults.nextHopUnknown({ kind });
  const address = parseAddress(hop);
  if (address === undefined) throw routeFaults.nextHopNotFound({ hop });
  return { address };
}

/** Which route is meant: by its id, its number or its destination. */
export function routeMeant(asked: GivenRoute): RouteSelector {
  const { RouteItemId: key, RouteId: number, DestinationCidrBlock: destination } = asked;
  if (key !== undefined) return { key };
  if (number !== undefined) return { number };
  if (destination !== undefined) return { destination };
  throw routeFaults.unnamed();
}

/** Routes are named by the one list or the other (EnableRoutes: not both, at least one). */
export const oneListOfRoutes: readonly Rule[] = [
  { rule: 'exclusive', fields: ['RouteIds', 'RouteItemIds'], reason: listingFaults.idsConflict },
  { rule: 'one-of', fields: ['RouteIds', 'RouteItemIds'] },
];

/** The routes that such lists mean. */
export function routesSwitched(
  asked: {
    readonly RouteTableId: string;
    readonly RouteIds?: readonly number[] | undefined;
    readonly RouteItemIds?: readonly string[] | undefined;
  },
  region: string,
) {
  const { RouteTableId: table, RouteIds: numbers = [], RouteItemIds: keys = [] } = asked;
  const routes = [...numbers.map((number) => ({ number })), ...keys.map((key) => ({ key }))];
  return { table, region, routes };
}
