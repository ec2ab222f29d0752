import { isIPv6 } from 'node:net';
import { parseAddress } from '../subnet/cidr.ts';

/** Addresses next to each other, the first and the last included; IPv4 and IPv6 are apart. */
export interface AddressBlock {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const BLOCK = /^([0-9a-fA-F.:]{2,45})(?:\/(0|[1-9][0-9]{0,2}))?$/;

/**
 * A block such as 10.0.0.0/8, 10.1.1.10 or 2001:db8::/32; undefined where it is none. Bits of the
 * address behind the mask count for nothing.
 */
export function parseBlock(text: string): AddressBlock | undefined {
  const [, address = '', mask] = BLOCK.exec(text) ?? [];
  const family = address.includes(':') ? 6 : 4;
  const width = family === 4 ? 32 : 128;
  const number = family === 4 ? ipv4Number(address) : ipv6Number(address);
  const bits = mask === undefined ? width : Number(mask);
  if (number === undefined || bits > width) return undefined;
  const size = 1n << BigInt(width - bits);
  const first = number - (number % size);
  return { family, first, last: first + size - 1n };
}

function ipv4Number(text: string): bigint | undefined {
  const number = parseAddress(text);
  return number === undefined ? undefined : BigInt(number);
}

/** An IPv6 address as an integer, also one that ends in an IPv4 address. */
function ipv6Number(text: string): bigint | undefined {
  if (!isIPv6(text)) return undefined;
  const [head = '', tail] = withoutDots(text).split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
  return [...left, ...zeros, ...right].reduce((sum, group) => sum * 65_536n + BigInt(group), 0n);
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function withoutDots(text: string): string {
  const at = text.lastIndexOf(':') + 1;
  const number = parseAddress(text.slice(at));
  if (number === undefined) return text;
  return `${text.slice(0, at)}${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;
}
