/**
 * A block of IPv4 addresses. `network` is its first address as an unsigned 32-bit integer, `bits`
 * the length of the mask, 0 to 32. All arithmetic is on such integers.
 */
export interface Cidr {
  readonly network: number;
  readonly bits: number;
}

/** Addresses that a subnet keeps for itself at its beginning and end. */
export interface Reserved {
  readonly reservedFirst: number;
  readonly reservedLast: number;
}

/** First and last address that may be handed out, both included, and how many they are. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

const ADDRESS_CHARACTERS_MAX = 15;
const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;
const BITS = /^(?:0|[1-9][0-9]?)$/;

/** An address as an integer; undefined unless it is four plain decimals without leading zeros. */
export function parseAddress(text: string): number | undefined {
  if (text.length > ADDRESS_CHARACTERS_MAX) return undefined;
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0;
  for (const part of parts) {
    const octet = OCTET.test(part) ? Number(part) : 256;
    if (octet > 255) return undefined;
    address = address * 256 + octet;
  }
  return address;
}

/** Dotted decimals of an address. */
export function formatAddress(address: number): string {
  const octets = [address >>> 24, address >>> 16, address >>> 8, address];
  return octets.map((octet) => octet & 0xff).join('.');
}

/** How many addresses a block has, the reserved ones included. */
export function cidrSize(cidr: Cidr): number {
  return 2 ** (32 - cidr.bits);
}

function networkOf(address: number, bits: number): number {
  const size = 2 ** (32 - bits);
  return address - (address % size);
}

/** A block with the bits behind its mask cleared: 10.0.0.7/24 is 10.0.0.0/24. */
export function normaliseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0 || slash > ADDRESS_CHARACTERS_MAX) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const mask = text.slice(slash + 1);
  const bits = BITS.test(mask) ? Number(mask) : 33;
  if (address === undefined || bits > 32) return undefined;
  return { network: networkOf(address, bits), bits };
}

/** A block written exactly: undefined too where an address bit behind the mask is set. */
export function parseCidr(text: string): Cidr | undefined {
  const cidr = normaliseCidr(text);
  return cidr !== undefined && formatCidr(cidr) === text ? cidr : undefined;
}

export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.network)}/${cidr.bits}`;
}

/** Whether the address is one of the block's. */
export function containsAddress(cidr: Cidr, address: number): boolean {
  return address >= cidr.network && address < cidr.network + cidrSize(cidr);
}

/** Whether every address of `inner` is one of `outer`: a subnet must lie in a block of its VPC. */
export function containsCidr(outer: Cidr, inner: Cidr): boolean {
  return inner.bits >= outer.bits && containsAddress(outer, inner.network);
}

/** Whether two blocks share an address; then one of them contains the other. */
export function overlaps(one: Cidr, other: Cidr): boolean {
  return containsCidr(one, other) || containsCidr(other, one);
}

/**
 * What a subnet of ours keeps back. Alibaba reserves the first and the last three addresses of a
 * vSwitch (today's RunInstances SDK, PrivateIpAddress: .0, .253, .254 and .255 of a /24); Tencent
 * the first two (network and gateway) and the last. One subnet serves both, so it keeps the union
 * of the two, and an address that either vendor hands out is usable through the other.
 */
export const reservedByBoth: Reserved = { reservedFirst: 2, reservedLast: 3 };

/** The addresses that may be handed out, or undefined where the reserved ones leave none. */
export function usableRange(cidr: Cidr, reserved: Reserved): AddressRange | undefined {
  const count = cidrSize(cidr) - reserved.reservedFirst - reserved.reservedLast;
  if (count <= 0) return undefined;
  const first = cidr.network + reserved.reservedFirst;
  return { first, last: first + count - 1, count };
}
