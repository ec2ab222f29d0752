/** A block of IPv6 addresses: its first one as an unsigned 128-bit integer, and its mask. */
export interface Ipv6Block {
  readonly network: bigint;
  readonly bits: number;
}

const GROUPS = 8;
const ADDRESS_CHARACTERS_MAX = 39;
const GROUP = /^[\da-f]{1,4}$/i;
const MASK = /^(?:0|[1-9]\d{0,2})$/;

/** An address as an integer; undefined unless it is eight groups of digits (RFC 4291, 2.2). */
export function parseIpv6(text: string): bigint | undefined {
  if (text.length > ADDRESS_CHARACTERS_MAX) return undefined;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = GROUPS - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...first, ...Array<string>(missing).fill('0'), ...last];
  if (!groups.every((group) => GROUP.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

/** The shortest text of an address (RFC 5952): its longest run of two zeros or more is `::`. */
export function formatIpv6(address: bigint): string {
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    Number((address >> BigInt(16 * (GROUPS - 1 - index))) & 0xffffn),
  );
  const { start, length } = longestZeros(groups);
  const text = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':');
  if (length < 2) return text(groups);
  return `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`;
}

function longestZeros(groups: readonly number[]) {
  let longest = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > longest.length) longest = { start: index - length + 1, length };
  }
  return longest;
}

/** A block such as 2001:db8::/32; undefined too where an address bit behind the mask is set. */
export function parseIpv6Block(text: string): Ipv6Block | undefined {
  const [address = '', mask = '', ...more] = text.split('/');
  const network = parseIpv6(address);
  const bits = Number(mask);
  if (network === undefined || more.length > 0 || !MASK.test(mask) || bits > 128) return undefined;
  return network % sizeOf(bits) === 0n ? { network, bits } : undefined;
}

export function formatIpv6Block({ network, bits }: Ipv6Block): string {
  return `${formatIpv6(network)}/${bits}`;
}

/** Whether the address is one of the block's. */
export function containsIpv6({ network, bits }: Ipv6Block, address: bigint): boolean {
  return address >= network && address < network + sizeOf(bits);
}

/** The block of that mask within a larger one that has the number, from 0. */
export function ipv6BlockWithin({ network }: Ipv6Block, bits: number, number: number): Ipv6Block {
  return { network: network + sizeOf(bits) * BigInt(number), bits };
}

/** A block that was checked when it was kept. */
export function keptIpv6Block(text: string): Ipv6Block {
  const block = parseIpv6Block(text);
  if (block === undefined) throw new Error(`No IPv6 block is kept, but ${text}.`);
  return block;
}

function sizeOf(bits: number): bigint {
  return 1n << BigInt(128 - bits);
}
