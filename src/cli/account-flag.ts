import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { print } from './print.ts';
import { serverChoice } from './server-options.ts';

interface Listed {
  readonly known: Readonly<Record<string, string>>;
  readonly flags: ReadonlyArray<{ readonly account: string; readonly name: string }>;
}

interface Whose {
  readonly account?: string;
}

/** `yuntai account flag`: what accounts are said to be, so that they are refused for it. */
export function addAccountFlag(account: Command): void {
  const flag = account
    .command('flag')
    .description('say what an account is, so that its launches are refused for it')
    .addHelpText(
      'after',
      `
Examples:
  yuntai account flag list
  yuntai account flag set unqualified
  yuntai account flag set prepaid-only --account 100000000002
  yuntai account flag unset unqualified`,
    );
  flag
    .command('list')
    .description('the flags there are, and those that accounts have')
    .action(async (_options: unknown, command: Command) => {
      const listed = await administer(serverChoice(command), 'account-flags.list');
      const { known, flags } = listed as Listed;
      for (const [name, meaning] of Object.entries(known)) print(`${name}: the account ${meaning}`);
      for (const { account: id, name } of flags) print(`${id} ${name}`);
    });
  for (const change of ['set', 'unset'] as const) {
    flag
      .command(`${change} <flag>`)
      .description(change === 'set' ? 'say so of an account' : 'take it back')
      .option('--account <id>', 'of which account; the root account by default')
      .action(async (name: string, options: Whose, command: Command) => {
        const input = { ...options, flag: name };
        const answer = await administer(serverChoice(command), `account-flags.${change}`, input);
        const { account: id, flag: done } = answer as { account: string; flag: string };
        print(`${id}: ${done} ${change === 'set' ? 'holds now' : 'holds no longer'}`);
      });
  }
}
