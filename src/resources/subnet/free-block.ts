import { cidrSize, overlaps, type Cidr } from './cidr.ts';

/**
 * The lowest block with that mask inside of `within` that overlaps none of the taken ones, or
 * undefined. O(n²) in the taken ones, which a quota bounds.
 */
export function freeBlock(within: Cidr, bits: number, taken: readonly Cidr[]): Cidr | undefined {
  if (bits < within.bits) return undefined;
  const end = within.network + cidrSize(within);
  const size = cidrSize({ network: 0, bits });
  let network = within.network;
  while (network < end) {
    const candidate = { network, bits };
    const inTheWay = taken.filter((block) => overlaps(block, candidate));
    if (inTheWay.length === 0) return candidate;
    const behind = Math.max(...inTheWay.map((block) => block.network + cidrSize(block)));
    network = Math.ceil(behind / size) * size;
  }
  return undefined;
}
