import { removeRoutesTo } from '../route-table/remove-routes-to.ts';
import { deleteTags } from '../tag/tags.ts';
import type { Tx } from '#store/store.ts';
import { deleteInternetGatewayRow } from './table.ts';
import { gatewaysOfVpc } from './usage.ts';

/** Takes the gateways of a network that goes, and the routes that lead to them. */
export async function removeGatewaysOfVpc(tx: Tx, vpc: string): Promise<void> {
  for (const { key, family } of await gatewaysOfVpc(tx, vpc)) {
    await removeRoutesTo(tx, { hop: key, vpc, of: 'all' });
    await tx.run(deleteInternetGatewayRow, { key });
    await deleteTags(tx, `${family}-gateway`, [key]);
  }
}
