import { parseCidr, type Cidr } from './cidr.ts';

/** The block that a row holds as text; it was checked when the row was written. */
export function cidrOf(text: string): Cidr {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`The store holds ${text} for a block of addresses.`);
  return cidr;
}
