import type { ReadScope } from '../scope.ts';
import { haVipOf, type HaVip } from './ha-vip.ts';
import { ownHaVip } from './table.ts';

/** The high-availability address of a network, in a zone that the asker sees. */
export async function haVipOfVpc(
  { db, account, sees }: ReadScope,
  vpc: string,
  key: string,
): Promise<HaVip | undefined> {
  const row = await db.first(ownHaVip, { account, key });
  return row?.vpc === vpc && sees(row.zone) ? haVipOf(row) : undefined;
}
