import { formatAddress } from '../subnet/cidr.ts';

/** IPv4 addresses next to each other as numbers, both included. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** The fewest ranges that hold these addresses and no other. */
export function addressRanges(addresses: readonly number[]): readonly AddressRange[] {
  const ranges: AddressRange[] = [];
  for (const address of [...new Set(addresses)].toSorted((a, b) => a - b)) {
    const before = ranges.at(-1);
    if (before?.last === address - 1) ranges.splice(-1, 1, { ...before, last: address });
    else ranges.push({ first: address, last: address });
  }
  return ranges;
}

/** The blocks, such as 10.0.0.4/30, that make up a range. */
export function rangeBlocks({ first, last }: AddressRange): readonly string[] {
  const blocks: string[] = [];
  for (let at = first; at <= last;) {
    let bits = 32;
    while (bits > 0 && at % 2 ** (33 - bits) === 0 && at + 2 ** (33 - bits) - 1 <= last) bits -= 1;
    blocks.push(`${formatAddress(at)}/${bits}`);
    at += 2 ** (32 - bits);
  }
  return blocks;
}

/** A range such as 10.0.0.1-10.0.0.9, or one address. */
export function rangeText({ first, last }: AddressRange): string {
  return first === last ? formatAddress(first) : `${formatAddress(first)}-${formatAddress(last)}`;
}
