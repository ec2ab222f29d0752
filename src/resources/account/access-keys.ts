import type { Random } from '#kernel/random.ts';
import { addToCounter } from '#store/counters.ts';
import type { AccessKeyRow } from '#store/schema/access-key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { AccountRefusal } from './account-refusal.ts';
import type { Sealer } from './sealer.ts';
import {
  accessKeysOf,
  findAccessKey,
  removeAccessKey,
  replaceSecret,
  setAccessKeyActive,
} from './table.ts';

/** Of one principal; Alibaba and Tencent both allow two, so that one can be changed at a time. */
const KEYS_PER_PRINCIPAL_MAX = 2;
const LIST_MAX = 1_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ID_PREFIX = 'YT';
const ID_CHARACTERS = 22;
const SECRET_CHARACTERS = 40;
const ID_FORM = /^[A-Za-z0-9_.-]{4,128}$/;
const SECRET_FORM = /^[!-~]{8,256}$/;

/** What a client signs with; each serves as SecretId/SecretKey and as AccessKeyId/Secret (D27). */
export interface KeyPair {
  readonly id: string;
  readonly secret: string;
}

/** An access key without its secret. */
export interface AccessKey {
  readonly id: string;
  readonly account: string;
  readonly principal: string;
  readonly active: boolean;
  /** Wall milliseconds. */
  readonly createdAt: number;
}

/** An access key with its secret opened. */
export interface OpenedKey {
  readonly account: string;
  readonly principal: string;
  readonly secret: string;
  readonly active: boolean;
}

/** A new pair that the clients of both vendors accept: letters and digits only. */
export function newKeyPair(random: Random): KeyPair {
  const draw = (count: number): string =>
    Array.from({ length: count }, () => ALPHABET[random.integer(ALPHABET.length)]).join('');
  return { id: ID_PREFIX + draw(ID_CHARACTERS), secret: draw(SECRET_CHARACTERS) };
}

/** Whether a text can be the id of an access key at all: what else is sent needs no look-up. */
export function isAccessKeyId(text: string): boolean {
  return ID_FORM.test(text);
}

/** @throws AccountRefusal where a given pair could not be sent or signed with. */
export function checkKeyPair({ id, secret }: KeyPair): void {
  if (!isAccessKeyId(id)) {
    throw new AccountRefusal(
      'An access key id has 4 to 128 letters, digits, dots, hyphens or underscores.',
    );
  }
  if (!SECRET_FORM.test(secret)) {
    throw new AccountRefusal(
      'A secret has 8 to 256 printable ASCII characters and no blank (its value is not shown).',
    );
  }
}

export interface NewAccessKey {
  readonly pair: KeyPair;
  readonly account: string;
  readonly principal: string;
  /** Wall milliseconds. */
  readonly now: number;
}

/** Stores a pair, its secret sealed. @throws AccountRefusal where the principal has two. */
export async function createAccessKey(tx: Tx, sealer: Sealer, key: NewAccessKey): Promise<void> {
  const { pair, account, principal, now } = key;
  checkKeyPair(pair);
  if ((await tx.first(findAccessKey, { id: pair.id })) !== undefined) {
    throw new AccountRefusal(`The access key ${pair.id} exists already.`);
  }
  const counted = await addToCounter(tx, countOf(account, principal), 1);
  if (!counted) {
    throw new AccountRefusal(
      `${principal} has ${KEYS_PER_PRINCIPAL_MAX} access keys: delete one of them first.`,
    );
  }
  const sealed = sealer.seal(pair.secret, purposeOf(pair.id));
  const row = { id: pair.id, sealed_secret: sealed, principal, account, active: 1 as const };
  await tx.insert('access_keys', [{ ...row, created_at: now }]);
}

/** Gives a key another secret, and makes it active. False where there is no such key. */
export async function resetSecret(tx: Tx, sealer: Sealer, pair: KeyPair): Promise<boolean> {
  checkKeyPair(pair);
  const sealed = sealer.seal(pair.secret, purposeOf(pair.id));
  return (await tx.run(replaceSecret, { id: pair.id, sealed })) === 1;
}

/** A key with its secret, active or not; undefined where there is none. */
export async function openAccessKey(
  reader: Reader,
  sealer: Sealer,
  id: string,
): Promise<OpenedKey | undefined> {
  const row = await reader.first(findAccessKey, { id });
  if (row === undefined) return undefined;
  const { account, principal, active } = row;
  const secret = sealer.open(row.sealed_secret, purposeOf(id));
  return { account, principal, secret, active: active === 1 };
}

/** The keys of an account, oldest first, without their secrets. */
export async function listAccessKeys(
  reader: Reader,
  account: string,
): Promise<readonly AccessKey[]> {
  return (await reader.all(accessKeysOf, { account, limit: LIST_MAX })).map(accessKeyOf);
}

/** @throws AccountRefusal where there is no such key. */
export async function activateAccessKey(tx: Tx, id: string, active: boolean): Promise<void> {
  const rows = await tx.run(setAccessKeyActive, { id, active: active ? 1 : 0 });
  if (rows !== 1) throw unknown(id);
}

/** @throws AccountRefusal where there is no such key. */
export async function deleteAccessKey(tx: Tx, id: string): Promise<void> {
  const row = await tx.first(findAccessKey, { id });
  if (row === undefined || (await tx.run(removeAccessKey, { id })) !== 1) throw unknown(id);
  await addToCounter(tx, countOf(row.account, row.principal), -1);
}

/** The counter that holds a principal to its number of keys. */
export const accessKeyCounterScope = 'access-keys';

function countOf(account: string, principal: string) {
  const limit = KEYS_PER_PRINCIPAL_MAX;
  return { account, scope: accessKeyCounterScope, name: principal, limit };
}

/** Sealed for its own id, so that no row can be given another's secret. */
function purposeOf(id: string): string {
  return `access-key:${id}`;
}

function unknown(id: string): AccountRefusal {
  return new AccountRefusal(`There is no access key ${id}: "yuntai accounts list" shows them.`);
}

function accessKeyOf(row: AccessKeyRow): AccessKey {
  const { id, account, principal, active } = row;
  return { id, account, principal, active: active === 1, createdAt: row.created_at };
}
