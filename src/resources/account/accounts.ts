import type { Random } from '#kernel/random.ts';
import type { Reader, Tx } from '#store/store.ts';
import { AccountRefusal } from './account-refusal.ts';
import { findAccount, firstAccounts } from './table.ts';

/**
 * The account of the first start. Both vendors number their accounts (Tencent's uin, Alibaba's
 * owner id), so ours have twelve digits; the root user of an account goes by the same number.
 */
export const rootAccount = '100000000001';

const LIST_MAX = 1_000;
const DRAWN = 10 ** 8;

export interface Account {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string | null;
  /** Wall milliseconds. */
  readonly createdAt: number;
}

/** Makes sure that the first account exists. */
export async function ensureRootAccount(tx: Tx, now: number): Promise<void> {
  if ((await tx.first(findAccount, { key: rootAccount })) !== undefined) return;
  await tx.insert('accounts', [{ key: rootAccount, name: 'root', created_at: now }]);
}

export interface NewAccount {
  readonly name: string;
  readonly random: Random;
  /** Wall milliseconds. */
  readonly now: number;
}

/** A further account, empty of resources and keys; answers its number. */
export async function createAccount(tx: Tx, { name, random, now }: NewAccount): Promise<string> {
  // It is shown in lines of a terminal.
  if (name === '' || name.length > 64 || /\p{Cc}/u.test(name)) {
    throw new AccountRefusal('The name of an account has 1 to 64 characters that can be printed.');
  }
  let key = numberedBy(random);
  while ((await tx.first(findAccount, { key })) !== undefined) key = numberedBy(random);
  await tx.insert('accounts', [{ key, name, created_at: now }]);
  return key;
}

/** The accounts, oldest first. */
export async function listAccounts(reader: Reader): Promise<readonly Account[]> {
  const rows = await reader.all(firstAccounts, { limit: LIST_MAX });
  return rows.map(({ key, name, created_at: createdAt }) => ({ id: key, name, createdAt }));
}

/** When an account was made, in wall milliseconds; 0 where there is none. */
export async function accountCreatedAt(reader: Reader, id: string): Promise<number> {
  return (await reader.first(findAccount, { key: id }))?.created_at ?? 0;
}

/** Whether there is an account of that number. */
export async function isAccount(reader: Reader, id: string): Promise<boolean> {
  return (await reader.first(findAccount, { key: id })) !== undefined;
}

/** @throws AccountRefusal where there is no such account. */
export async function requireAccount(reader: Reader, id: string): Promise<void> {
  if (await isAccount(reader, id)) return;
  throw new AccountRefusal(`There is no account ${id}: "yuntai accounts list" shows them.`);
}

function numberedBy(random: Random): string {
  return `1000${random.integer(DRAWN).toString().padStart(8, '0')}`;
}
