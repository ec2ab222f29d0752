import type { Fault } from '#kernel/fault.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { accountFlagFaults } from './faults.ts';
import { allFlags, deleteFlag, flagsOf, insertFlag } from './table.ts';

/** What an account may be said to be, and what that means to an operator. */
export const accountFlags = {
  unqualified: 'has not been audited',
  'region-restricted': 'is in a country where nothing is sold to it',
  'app-id-invalid': 'has a number that is not valid',
  forbidden: 'may not launch',
  unsupported: 'is of a kind that is not supported',
  'token-invalid': 'has a token that is not valid',
  'prepaid-only': 'may only pay in advance',
  international: 'is an international one',
  'dedicated-clusters': 'has dedicated clusters, in which it has no subnets',
} as const;

export type AccountFlag = keyof typeof accountFlags;

export const accountFlagNames = Object.keys(accountFlags) as readonly AccountFlag[];

/** Whose launch is refused, whatever it asks for. */
const always: Readonly<Partial<Record<AccountFlag, () => Fault>>> = {
  unqualified: accountFlagFaults.unqualified,
  'region-restricted': accountFlagFaults.regionRestricted,
  'app-id-invalid': accountFlagFaults.appIdInvalid,
  forbidden: accountFlagFaults.forbidden,
  unsupported: accountFlagFaults.unsupported,
  'token-invalid': accountFlagFaults.tokenInvalid,
  international: accountFlagFaults.international,
};

/** What of a launch an account may be refused for. */
export interface FlaggedLaunch {
  readonly chargeType: string;
}

/** Refuses a launch by an account that an operator has said something of. */
export const requireUnflagged = verb(
  [
    accountFlagFaults.unqualified,
    accountFlagFaults.regionRestricted,
    accountFlagFaults.appIdInvalid,
    accountFlagFaults.forbidden,
    accountFlagFaults.unsupported,
    accountFlagFaults.tokenInvalid,
    accountFlagFaults.prepaidOnly,
    accountFlagFaults.international,
  ],
  async ({ db, account }: ReadScope, { chargeType }: FlaggedLaunch): Promise<void> => {
    const flags = new Set((await db.all(flagsOf, { account })).map(({ name }) => name));
    for (const name of accountFlagNames) {
      const fault = always[name];
      if (fault !== undefined && flags.has(name)) throw fault();
    }
    if (flags.has('prepaid-only') && chargeType !== 'prepaid') {
      throw accountFlagFaults.prepaidOnly();
    }
  },
);

/** Whether an operator has said that of an account. */
export async function isFlagged(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  flag: AccountFlag,
): Promise<boolean> {
  return (await db.all(flagsOf, { account })).some(({ name }) => name === flag);
}

/** Says something of an account; twice is as once. */
export async function setFlag(tx: Tx, account: string, flag: AccountFlag): Promise<void> {
  if (await isFlagged({ db: tx, account }, flag)) return;
  await tx.run(insertFlag, { account, name: flag });
}

/** Takes it back; false where it was not said. */
export async function unsetFlag(tx: Tx, account: string, flag: AccountFlag): Promise<boolean> {
  return (await tx.run(deleteFlag, { account, name: flag })) === 1;
}

/** What is said of accounts. */
export function listFlags(reader: Reader) {
  return reader.all(allFlags, {});
}
