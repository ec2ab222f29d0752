import type { QuotaRow } from '#store/schema/quota.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Limits } from '../nouns.ts';
import type { ReadScope } from '../scope.ts';
import { allQuotas, deleteQuota, quotasNamed, upsertQuota } from './table.ts';

/** What a limit of an account holds for: everywhere, or for one place or charge type. */
export interface QuotaFor {
  /** A neutral region or zone. */
  readonly place?: string;
  readonly chargeType?: string;
}

/**
 * How many an account may have: of its own limits the one that says most of where and how it is
 * paid, a place before a charge type, else what is configured for all. Read in the transaction that
 * books, so a change holds at once in every process.
 */
export async function limitOf(
  { db, account, cloud }: Pick<ReadScope, 'db' | 'account' | 'cloud'>,
  name: keyof Limits,
  { place = '', chargeType = '' }: QuotaFor = {},
): Promise<number> {
  const rows = await db.all(quotasNamed, { account, name });
  const holding = rows
    .filter((row) => row.place === '' || row.place === place)
    .filter((row) => row.charge_type === '' || row.charge_type === chargeType)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  return holding[0]?.value ?? cloud.configuration[name];
}

function weightOf(row: Pick<QuotaRow, 'place' | 'charge_type'>): number {
  return (row.place === '' ? 0 : 2) + (row.charge_type === '' ? 0 : 1);
}

/** A limit of one account. */
export interface Quota extends QuotaFor {
  readonly account: string;
  readonly name: keyof Limits;
  readonly value: number;
}

/** Sets a limit of an account; one that is lower than what it has takes nothing away. */
export async function setQuota(tx: Tx, { value, ...quota }: Quota): Promise<void> {
  await tx.run(upsertQuota, { ...keyOf(quota), value });
}

/** Takes a limit of an account back; false where it has none for that. */
export async function unsetQuota(tx: Tx, quota: Omit<Quota, 'value'>): Promise<boolean> {
  return (await tx.run(deleteQuota, keyOf(quota))) === 1;
}

function keyOf({ account, name, place = '', chargeType = '' }: Omit<Quota, 'value'>) {
  return { account, name, place, charge_type: chargeType };
}

/** The limits that accounts have of their own. */
export async function listQuotas(reader: Reader): Promise<readonly Quota[]> {
  const rows = await reader.all(allQuotas, {});
  return rows.map(({ account, name, place, charge_type: chargeType, value }) => ({
    account,
    name: name as keyof Limits,
    ...(place === '' ? {} : { place }),
    ...(chargeType === '' ? {} : { chargeType }),
    value,
  }));
}
