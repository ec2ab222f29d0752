import { requireAccount, rootAccount } from '#resources/account/accounts.ts';
import {
  accountFlagNames,
  accountFlags,
  listFlags,
  setFlag,
  unsetFlag,
} from '#resources/account-flag/flags.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminInput } from './admin-input.ts';
import type { AdminParts, Named } from './admin-parts.ts';

/** Administration of what accounts are said to be. */
export function accountFlagCommands({ store }: AdminParts): readonly Named[] {
  return [
    [
      'account-flags.list',
      async () => ({ known: accountFlags, flags: await store.read(listFlags) }),
    ],
    [
      'account-flags.set',
      async (input) => {
        const { account, flag } = whichOf(input);
        await store.write(async (tx) => {
          await requireAccount(tx, account);
          await setFlag(tx, account, flag);
        });
        return { account, flag };
      },
    ],
    [
      'account-flags.unset',
      async (input) => {
        const { account, flag } = whichOf(input);
        if (await store.write((tx) => unsetFlag(tx, account, flag))) return { account, flag };
        throw new AdminRefusal(`Account ${account} is not said to be ${flag}.`);
      },
    ],
  ];
}

function whichOf(input: AdminInput) {
  const account = input.optionalText('account') ?? rootAccount;
  const text = input.text('flag');
  const flag = accountFlagNames.find((name) => name === text);
  if (flag !== undefined) return { account, flag };
  throw new AdminRefusal(`There is no flag ${text}. There are: ${accountFlagNames.join(', ')}.`);
}
