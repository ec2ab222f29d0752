import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { associationsOfSets, associationsOfVpcs, deleteAssociationRow } from './table.ts';

/** The sets of up to 1,024 networks by network; one that has none is absent. */
export async function dhcpOptionSetsOf(
  reader: Reader,
  vpcs: ReadonlyArray<Key<'vpc'>>,
): Promise<ReadonlyMap<string, Key<'dhcp-option-set'>>> {
  if (vpcs.length === 0) return new Map();
  const rows = await reader.all(associationsOfVpcs, { vpcs });
  return new Map(rows.map(({ vpc, option_set: set }) => [vpc, set]));
}

/** The networks that have up to 1,024 sets, by set. */
export async function vpcsOfDhcpOptionSets(
  reader: Reader,
  sets: ReadonlyArray<Key<'dhcp-option-set'>>,
): Promise<ReadonlyMap<string, ReadonlyArray<Key<'vpc'>>>> {
  if (sets.length === 0) return new Map();
  const rows = await reader.all(associationsOfSets, { sets });
  const bySet = Map.groupBy(rows, ({ option_set: set }) => set);
  return new Map([...bySet].map(([set, those]) => [set, those.map(({ vpc }) => vpc)]));
}

/** Takes its set from a network; whether it had one. */
export async function dropDhcpOptionSet(tx: Tx, vpc: Key<'vpc'>): Promise<boolean> {
  return (await tx.run(deleteAssociationRow, { vpc })) === 1;
}
