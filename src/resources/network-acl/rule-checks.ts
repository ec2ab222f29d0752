import type { PortRange } from './network-acl.ts';

const PORT = /^[1-9]\d{0,4}$/;

/** The ports of two texts, from 1 to 65535; undefined where they are none. */
export function portRange(from: string, to: string): PortRange | undefined {
  if (!PORT.test(from) || !PORT.test(to)) return undefined;
  const range = { from: Number(from), to: Number(to) };
  return range.from <= range.to && range.to <= 65_535 ? range : undefined;
}
