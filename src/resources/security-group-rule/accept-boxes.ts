import type { AddressBlock } from './address-block.ts';
import type { FilterRule, Packet, PacketFilter } from './packet-filter.ts';
import type { PortRange } from './rule.ts';

const BOXES_MAX = 10_000;

/** Numbers next to each other, both included. */
export interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

/** Packets that are accepted: every one whose addresses and ports are in these intervals. */
export interface AcceptBox {
  readonly protocol: Packet['protocol'];
  readonly family: 4 | 6;
  readonly peer: Interval;
  readonly local: Interval;
  readonly port: Interval;
  readonly sourcePort: Interval;
}

const protocols = ['tcp', 'udp', 'icmp', 'icmpv6', 'gre', 'other'] as const;
const sides = ['peer', 'local', 'port', 'sourcePort'] as const;
const families = [4, 6] as const;
const ports: Interval = { first: 0n, last: 65_535n };

function addressesOf(family: 4 | 6): Interval {
  return { first: 0n, last: (1n << (family === 4 ? 32n : 128n)) - 1n };
}

/**
 * What a filter accepts, as boxes that have no packet in common: for machines' servers whose own
 * rules have no order. A list that would need more than ten thousand of them accepts only what the
 * first of them hold, and `isWhole` is false.
 */
export function acceptBoxes(filter: PacketFilter): {
  readonly boxes: readonly AcceptBox[];
  readonly isWhole: boolean;
} {
  const boxes: AcceptBox[] = [];
  for (const protocol of protocols) {
    for (const family of families) {
      if (!accepted(filter, { protocol, family }, boxes)) return { boxes, isWhole: false };
    }
  }
  return { boxes, isWhole: true };
}

type Kind = Pick<AcceptBox, 'protocol' | 'family'>;

function accepted(filter: PacketFilter, kind: Kind, boxes: AcceptBox[]): boolean {
  const addresses = addressesOf(kind.family);
  const all = { ...kind, peer: addresses, local: addresses, port: ports, sourcePort: ports };
  let decided: readonly AcceptBox[] = [];
  const rules = filter.rules.map(({ action, ...rule }) => ({ action, at: boxesOf(rule, kind) }));
  for (const { action, at } of [...rules, { action: filter.otherwise, at: [all] }]) {
    for (const box of at) {
      const rest = decided.reduce<readonly AcceptBox[]>(without, [box]);
      if (boxes.length + rest.length + decided.length > BOXES_MAX) return false;
      if (action === 'accept') boxes.push(...rest);
      decided = [...decided, ...rest];
    }
  }
  return true;
}

function boxesOf(rule: Omit<FilterRule, 'action'>, kind: Kind): readonly AcceptBox[] {
  const { protocol, peers, local } = rule;
  if (protocol !== 'all' && protocol !== kind.protocol) return [];
  const isOther = (block: AddressBlock) => block.family !== kind.family;
  if (local !== undefined && isOther(local)) return [];
  return peers
    .filter((peer) => !isOther(peer))
    .flatMap((peer) =>
      intervalsOf(rule.ports).flatMap((port) =>
        intervalsOf(rule.sourcePorts).map((sourcePort) => {
          return { ...kind, peer, local: local ?? addressesOf(kind.family), port, sourcePort };
        }),
      ),
    );
}

function intervalsOf(ranges: readonly PortRange[]): readonly Interval[] {
  if (ranges.length === 0) return [ports];
  return ranges.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
}

/** What of the boxes is outside of another one. */
function without(boxes: readonly AcceptBox[], other: AcceptBox): readonly AcceptBox[] {
  return boxes.flatMap((box) => outside(box, other));
}

function outside(box: AcceptBox, other: AcceptBox): readonly AcceptBox[] {
  const apart = sides.some(
    (side) => box[side].last < other[side].first || other[side].last < box[side].first,
  );
  if (apart) return [box];
  const pieces: AcceptBox[] = [];
  let rest = box;
  for (const side of sides) {
    const { first, last } = rest[side];
    const cut = other[side];
    if (first < cut.first) pieces.push({ ...rest, [side]: { first, last: cut.first - 1n } });
    if (cut.last < last) pieces.push({ ...rest, [side]: { first: cut.last + 1n, last } });
    const inside = {
      first: first > cut.first ? first : cut.first,
      last: last < cut.last ? last : cut.last,
    };
    rest = { ...rest, [side]: inside };
  }
  return pieces;
}
