import type { Command } from 'commander';
import { addAccountFlag } from './account-flag.ts';
import { administer } from './admin-client.ts';
import { Failure } from './failure.ts';
import { print, printJson, remark } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';
import { tableOf } from './table.ts';

interface Balance {
  readonly account: string;
  readonly balance: number;
  readonly vouchers: number;
  readonly frozen: number;
  readonly paid: number;
  readonly refunded: number;
}

interface Entry {
  readonly number: number;
  readonly at: string;
  readonly purpose: string;
  readonly from: string;
  readonly to: string;
  readonly yuan: number;
  readonly order: string | null;
  readonly instances: readonly string[];
}

interface Price {
  readonly what: string;
  readonly name: string;
  readonly hour: readonly number[] | null;
  readonly month: number | null;
  readonly each: number | null;
}

interface Whose {
  readonly account?: string;
}

/** `yuntai account`: what accounts have to pay with, what they paid, and what things cost. */
export function addAccount(program: Command): void {
  const account = withServerChoice(program.command('account'))
    .description('money: balance, credit, ledger and prices, in yuan')
    .addHelpText(
      'after',
      `
By default each account has plenty, so nothing is refused for want of money. Take it away to test
what your automation does without.

Examples:
  yuntai account balance
  yuntai account credit -999999900
  yuntai account credit 50 --voucher --account 100000000002
  yuntai account ledger --after 100
  yuntai account prices S5
  yuntai account flag set unqualified`,
    );
  addAccountFlag(account);
  owned(account.command('balance'))
    .description('what an account has, has paid and got back')
    .action(async (options: Whose & { json?: boolean }, command: Command) => {
      const shown = await administer(serverChoice(command), 'money.balance', whose(options));
      showBalance(shown as Balance, options.json === true);
    });
  owned(account.command('credit <yuan>'))
    .description('give an account money, or take it away where it is less than 0')
    .option('--voucher', 'as a voucher, which pays before the balance does')
    .allowUnknownOption()
    .action(async (...given: readonly [string, Whose & Credit, Command]) => {
      const [yuan, options, command] = given;
      const to = options.voucher === true ? 'vouchers' : 'balance';
      const request = { ...whose(options), yuan, to };
      const shown = await administer(serverChoice(command), 'money.credit', request);
      showBalance(shown as Balance, options.json === true);
    });
  owned(account.command('ledger'))
    .description('what moved, the oldest first, a thousand entries at most')
    .option('--after <number>', 'only those behind that entry')
    .action(async (options: Whose & { after?: string; json?: boolean }, command: Command) => {
      const { after } = options;
      const input = { ...whose(options), ...(after === undefined ? {} : { after: whole(after) }) };
      const listed = await administer(serverChoice(command), 'money.ledger', input);
      if (options.json === true) printJson(listed);
      else showEntries(listed as readonly Entry[]);
    });
  account
    .command('prices [words...]')
    .description('the price book, or the lines of it that have these words')
    .option('--json', 'as JSON')
    .action(async (...given: readonly [readonly string[], { json?: boolean }, Command]) => {
      const [words, options, command] = given;
      const all = (await administer(serverChoice(command), 'money.prices')) as readonly Price[];
      const found = all.filter(({ what, name }) =>
        words.every((w) => `${what} ${name}`.includes(w)),
      );
      if (options.json === true) printJson(found);
      else showPrices(found);
    });
}

interface Credit {
  readonly voucher?: boolean;
  readonly json?: boolean;
}

function owned(command: Command): Command {
  return command
    .option('--account <number>', 'whose (default: the root account)')
    .option('--json', 'as JSON');
}

function whose({ account }: Whose): Readonly<Record<string, unknown>> {
  return account === undefined ? {} : { account };
}

function whole(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Failure(`The number of an entry is a whole one, not ${text}.`);
}

function showBalance(shown: Balance, asJson: boolean): void {
  if (asJson) return printJson(shown);
  const { account, balance, vouchers, frozen, paid, refunded } = shown;
  print(`account  ${account}`);
  for (const [name, yuan] of Object.entries({ balance, vouchers, frozen, paid, refunded })) {
    print(`${name.padEnd(8)} ${yuan} yuan`);
  }
}

function showEntries(entries: readonly Entry[]): void {
  if (entries.length === 0) return remark('Nothing has moved.');
  const rows = entries.map(({ number, at, purpose, from, to, yuan, instances }) => [
    String(number),
    at,
    purpose,
    `${from} > ${to}`,
    String(yuan),
    instances[0] ?? '-',
  ]);
  const head = ['NUMBER', 'TIME', 'FOR', 'BOOKS', 'YUAN', 'INSTANCE'];
  for (const line of tableOf([head, ...rows])) print(line);
}

function showPrices(prices: readonly Price[]): void {
  if (prices.length === 0) {
    return remark('The book has no such line: a type without one costs what its parts cost.');
  }
  const rows = prices.map(({ what, name, hour, month, each }) => [
    what,
    name,
    hour?.join(' / ') ?? '-',
    month === null ? '-' : String(month),
    each === null ? '-' : String(each),
  ]);
  const head = ['WHAT', 'NAME', 'AN HOUR', 'A MONTH', 'EACH'];
  for (const line of tableOf([head, ...rows])) print(line);
}
