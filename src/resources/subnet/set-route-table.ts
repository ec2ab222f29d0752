import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { changeRouteTableOfSubnet } from './table.ts';

/** Associates a subnet with a route table of its network, which is held. */
export async function setRouteTable(
  tx: Tx,
  subnet: Key<'subnet'>,
  table: Key<'route-table'>,
): Promise<void> {
  await tx.run(changeRouteTableOfSubnet, { key: subnet, table });
}
