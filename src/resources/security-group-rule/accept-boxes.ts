import type { AddressBlock } from './address-block.ts';
import type { FilterRule, Packet, PacketFilter } from './packet-filter.ts';
import type { PortRange } from './rule.ts';

const BOXES_MAX = 10_000;
/** So much work keeps all else that a server does waiting for a moment, and more must not. */
const LOOKS_MAX = 10_000_000;
/** What a comparison of all sides, and a cut, cost beside a look at one side. */
const LOOKS_OF_A_COMPARISON = 10;
const LOOKS_OF_A_CUT = 100;

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
 * rules have no order. A list that would need more than ten thousand of them, or too many looks to
 * find them, accepts only what the first of them hold, and `isWhole` is false.
 */
export function acceptBoxes(
  filter: PacketFilter,
  among: ReadonlyArray<4 | 6> = families,
): {
  readonly boxes: readonly AcceptBox[];
  readonly isWhole: boolean;
} {
  const found: Found = { boxes: [], looks: 0 };
  for (const protocol of protocols) {
    for (const family of among) {
      if (!accepted(filter, { protocol, family }, found)) {
        return { boxes: found.boxes, isWhole: false };
      }
    }
  }
  return { boxes: found.boxes, isWhole: true };
}

type Kind = Pick<AcceptBox, 'protocol' | 'family'>;

interface Found {
  readonly boxes: AcceptBox[];
  looks: number;
}

function accepted(filter: PacketFilter, kind: Kind, found: Found): boolean {
  const { boxes } = found;
  const addresses = addressesOf(kind.family);
  const all = { ...kind, peer: addresses, local: addresses, port: ports, sourcePort: ports };
  const decided: Decided[] = [];
  const rules = filter.rules.map(({ action, ...rule }) => ({ action, at: boxesOf(rule, kind) }));
  const rest = filter.otherwise === 'accept' ? [{ action: filter.otherwise, at: [all] }] : [];
  for (const { action, at } of [...rules, ...rest]) {
    for (const box of at) {
      const pieces = undecided(box, decided, found);
      if (found.looks > LOOKS_MAX) return false;
      if (boxes.length + pieces.length + decided.length > BOXES_MAX) return false;
      if (action === 'accept') boxes.push(...pieces);
      for (const piece of pieces) decided.push({ box: piece, ...roughly(piece.peer) });
    }
  }
  return true;
}

/** A box, and about where its peers are: plain numbers are compared ten times as fast. */
interface Decided {
  readonly box: AcceptBox;
  readonly first: number;
  readonly last: number;
}

function roughly({ first, last }: Interval) {
  return { first: Number(first), last: Number(last) };
}

/** What of a box the others leave; not all is cut away where that takes too many looks. */
function undecided(
  box: AcceptBox,
  decided: readonly Decided[],
  found: Found,
): readonly AcceptBox[] {
  const peer = roughly(box.peer);
  let pieces: readonly AcceptBox[] = [box];
  found.looks += decided.length;
  for (const { box: other, first, last } of decided) {
    if (last < peer.first || peer.last < first) continue;
    found.looks += LOOKS_OF_A_COMPARISON;
    if (isApart(box, other)) continue;
    found.looks += LOOKS_OF_A_CUT * pieces.length;
    if (found.looks > LOOKS_MAX) break;
    pieces = pieces.flatMap((one) => outside(one, other));
    if (pieces.length === 0) break;
  }
  return pieces;
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

/** Whether two boxes have no packet in common. */
function isApart(one: AcceptBox, other: AcceptBox): boolean {
  return (
    areApart(one.peer, other.peer) ||
    areApart(one.port, other.port) ||
    areApart(one.local, other.local) ||
    areApart(one.sourcePort, other.sourcePort)
  );
}

function areApart(one: Interval, other: Interval): boolean {
  return one.last < other.first || other.last < one.first;
}

/** What of a box is outside of another one. */
function outside(box: AcceptBox, other: AcceptBox): readonly AcceptBox[] {
  if (isApart(box, other)) return [box];
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
