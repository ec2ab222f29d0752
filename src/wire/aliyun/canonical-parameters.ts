import { percentEncode } from '../query-string.ts';
import type { Parameters } from '../query-string.ts';

/**
 * Parameters as both Alibaba schemes sign them: sorted by raw name, percent-encoded, joined with
 * '&'. A parameter with an empty value stays as `name=`. RPC leaves out Signature, which is a
 * parameter there.
 */
export function canonicalParameters(parameters: Parameters, leftOut?: string): string {
  const pairs: string[] = [];
  for (const name of [...parameters.keys()].sort()) {
    if (name === leftOut) continue;
    pairs.push(`${percentEncode(name)}=${percentEncode(parameters.get(name) ?? '')}`);
  }
  return pairs.join('&');
}
