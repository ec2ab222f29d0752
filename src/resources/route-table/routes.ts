import { containsCidr, parseCidr, type Cidr } from '../subnet/cidr.ts';
import { routeFaults } from './route-faults.ts';
import type { NextHopKind } from './route-table.ts';

/** Where the routes of a vendor's users may go. */
export interface DestinationRule {
  /** Whose addresses none may be for alone: those of the network, or only those of its subnets. */
  readonly inside: 'vpc' | 'subnets';
  /** Blocks that are no destination. */
  readonly reserved: readonly Cidr[];
  /** Whether an address is a block of its own. */
  readonly addresses: boolean;
}

/** What a route asks for, before its next hop is looked up. */
export interface RouteRequest {
  readonly destination: string;
  readonly nextHop: AskedHop;
  readonly name: string | null;
  readonly description: string;
  /** Default: a new one is, and one that is replaced stays as it is. */
  readonly enabled?: boolean | undefined;
}

/** By its key, or an instance by its private address. */
export type AskedHop =
  | { readonly kind: NextHopKind; readonly key: string }
  | { readonly address: number };

/** The block that a text names, as the rule wants it. @throws route.destination… */
export function checkDestination(text: string, { addresses, reserved }: DestinationRule): Cidr {
  const block = parseCidr(addresses && !text.includes('/') ? `${text}/32` : text);
  if (block === undefined) throw routeFaults.destinationMalformed({ destination: text });
  if (reserved.some((one) => containsCidr(one, block))) {
    throw routeFaults.destinationReserved({ destination: text });
  }
  return block;
}

/** @throws route.destinationInside where one of the blocks has all of those addresses already */
export function checkOutside(destination: Cidr, text: string, blocks: readonly string[]): void {
  const within = blocks.find((one) => {
    const block = parseCidr(one);
    return block !== undefined && containsCidr(block, destination);
  });
  if (within !== undefined) throw routeFaults.destinationInside({ destination: text, within });
}
