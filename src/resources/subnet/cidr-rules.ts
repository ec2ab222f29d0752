import type { Cidr } from './cidr.ts';

/** Shortest and longest mask that a network or subnet may have. */
export interface MaskLimits {
  readonly bitsMin: number;
  readonly bitsMax: number;
}

/** 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 (RFC 1918). */
export const privateRanges: readonly Cidr[] = [
  { network: 0x0a000000, bits: 8 },
  { network: 0xac100000, bits: 12 },
  { network: 0xc0a80000, bits: 16 },
];

/**
 * 100.64.0.0/10, 224.0.0.0/4, 127.0.0.0/8 and 169.254.0.0/16: what Alibaba refuses for a network
 * of other than private addresses (today's CreateVpc SDK, CidrBlock). The guests' metadata and the
 * name servers of both vendors live there.
 */
export const specialRanges: readonly Cidr[] = [
  { network: 0x64400000, bits: 10 },
  { network: 0xe0000000, bits: 4 },
  { network: 0x7f000000, bits: 8 },
  { network: 0xa9fe0000, bits: 16 },
];

/** Whether the mask of the block is within the limits, both included. */
export function maskWithin(cidr: Cidr, limits: MaskLimits): boolean {
  return cidr.bits >= limits.bitsMin && cidr.bits <= limits.bitsMax;
}
