import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { deleteTags } from '../tag/tags.ts';
import { routeTableRow } from './route-table.ts';
import { deleteRoutesOfTable, deleteTablesOfVpc } from './table.ts';

/** The main route table of a network: it has the network's key. */
export function mainTableOf(vpc: Key<'vpc'>): Key<'route-table'> {
  const key: string = vpc;
  return key;
}

/** Gives a new network its main route table, under the network's own key. */
export async function addMainTable(
  tx: Tx,
  vpc: {
    readonly key: string;
    readonly account: string;
    readonly region: string;
    readonly createdAt: number;
  },
): Promise<void> {
  const { key, account, region, createdAt } = vpc;
  const main = { key, account, region, vpc: key, name: null, description: '', isMain: true };
  await tx.insert('route_tables', [routeTableRow({ ...main, propagates: true, createdAt })]);
}

/** Takes the main table away from a network that goes and has no other. */
export async function deleteMainTable(tx: Tx, vpc: string): Promise<void> {
  if ((await tx.run(deleteTablesOfVpc, { vpc })) !== 1) {
    throw new Error(`The network ${vpc} has not its main route table alone.`);
  }
  await tx.run(deleteRoutesOfTable, { table: vpc });
  await deleteTags(tx, 'route-table', [vpc]);
}
