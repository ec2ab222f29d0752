import type { Command } from 'commander';
import { administer, type ServerChoice } from './admin-client.ts';
import { print } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

interface Account {
  readonly id: string;
  readonly name: string | null;
  readonly keys: ReadonlyArray<{ readonly id: string; readonly active: boolean }>;
}

interface MadeKey {
  readonly account: string;
  readonly id: string;
  readonly secret: string;
}

/** `yuntai accounts`: accounts and the keys that their requests are signed with. */
export function addAccounts(program: Command): void {
  const accounts = withServerChoice(program.command('accounts'))
    .description('accounts and their access keys: list, make, disable, delete')
    .addHelpText(
      'after',
      `
Examples:
  yuntai accounts
  yuntai accounts create staging
  yuntai accounts create-key --account 100000000001
  yuntai accounts disable-key YTabcdefghijklmnopqrstuv`,
    )
    .action(async (_options: unknown, command: Command) => list(serverChoice(command)));
  accounts
    .command('list')
    .description('accounts with their keys')
    .action(async (_options: unknown, command: Command) => list(serverChoice(command)));
  accounts
    .command('create <name>')
    .description('make an account with an access key')
    .action(async (name: string, _options: unknown, command: Command) => {
      showKey(await administer(serverChoice(command), 'accounts.create', { name }));
    });
  accounts
    .command('create-key')
    .description('make a further access key; two at most')
    .option('--account <number>', 'whose (default: the root account)')
    .action(async (options: { account?: string }, command: Command) => {
      const { account } = options;
      const input = account === undefined ? {} : { account };
      showKey(await administer(serverChoice(command), 'keys.create', input));
    });
  for (const change of ['enable', 'disable', 'delete'] as const) {
    accounts
      .command(`${change}-key <id>`)
      .description(`${change} an access key`)
      .action(async (id: string, _options: unknown, command: Command) => {
        await administer(serverChoice(command), `keys.${change}`, { id });
        print(`${change}d ${id}`);
      });
  }
}

async function list(choice: ServerChoice): Promise<void> {
  const accounts = (await administer(choice, 'accounts.list')) as readonly Account[];
  for (const { id, name, keys } of accounts) {
    print(`${id} ${name ?? ''}`.trimEnd());
    for (const key of keys) print(`  ${key.id} ${key.active ? 'active' : 'disabled'}`);
  }
}

function showKey(answer: unknown): void {
  const { account, id, secret } = answer as MadeKey;
  print(`account ${account}`);
  print(`id      ${id}`);
  print(`secret  ${secret}   (shown this once)`);
}
