import type { Tx } from '#store/store.ts';
import { mainTableOf } from './main-table.ts';
import { deleteRoutesTo } from './table.ts';
import { tablesOfVpcs } from './usage.ts';

/** Removes the routes of a network to something that goes: all, or those of its main table. */
export async function removeRoutesTo(
  tx: Tx,
  { hop, vpc, of }: { readonly hop: string; readonly vpc: string; readonly of: 'all' | 'main' },
): Promise<void> {
  const all = (await tablesOfVpcs(tx, [vpc])).get(vpc) ?? [];
  await tx.run(deleteRoutesTo, { hop, tables: of === 'all' ? all : [mainTableOf(vpc)] });
}
