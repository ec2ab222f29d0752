import type { Reader } from '#store/store.ts';
import { vpcsByKeys } from './table.ts';
import { vpcOf } from './vpc.ts';

/** All blocks of up to 1,024 networks, the first one first, by network. */
export async function blocksOfVpcs(
  reader: Reader,
  vpcs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (vpcs.length === 0) return new Map();
  const rows = await reader.all(vpcsByKeys, { keys: [...new Set(vpcs)] });
  return new Map(
    rows.map((row) => {
      const { key, cidr, details } = vpcOf(row);
      return [key, [cidr, ...details.extraBlocks]];
    }),
  );
}

/** The names of networks, by key; null of one that none was given. */
export async function namesOfVpcs(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.all(vpcsByKeys, { keys });
  return new Map(rows.map(({ key, name }) => [key, name]));
}
