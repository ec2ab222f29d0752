import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { Failure } from './failure.ts';
import { print, printJson, remark } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';
import { tableOf } from './table.ts';

interface QuotaShown {
  readonly account: string;
  readonly name: string;
  readonly place?: string;
  readonly chargeType?: string;
  readonly value: number;
}

interface Listed {
  readonly limits: ReadonlyArray<{
    readonly name: string;
    readonly value: number;
    readonly by: readonly string[];
  }>;
  readonly quotas: readonly QuotaShown[];
}

interface Narrowed {
  readonly account?: string;
  readonly region?: string;
  readonly zone?: string;
  readonly chargeType?: string;
}

/** `yuntai quota`: how many of something an account may have. */
export function addQuota(program: Command): void {
  const quota = withServerChoice(program.command('quota'))
    .description('quotas: what holds for all, and what accounts have of their own')
    .addHelpText(
      'after',
      `
A change holds at once. Of the limits of an account the one for a region or zone goes before the
one for a charge type, and that before the one for the whole account.

Examples:
  yuntai quota list
  yuntai quota set vpcsPerRegionMax 5
  yuntai quota set instancesPerZoneMax 100 --account 100000000002 --zone ap-guangzhou-3
  yuntai quota set instancesPerZoneMax 10 --charge-type spot
  yuntai quota unset instancesPerZoneMax --charge-type spot`,
    );
  quota
    .command('list')
    .description('the quotas there are, and those that accounts have of their own')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const listed = (await administer(serverChoice(command), 'quotas.list')) as Listed;
      if (options.json === true) printJson(listed);
      else show(listed);
    });
  narrowing(quota.command('set <quota> <number>'))
    .description('give an account a quota of its own')
    .action(async (...given: readonly [string, string, Narrowed, Command]) => {
      const [name, text, options, command] = given;
      const value = wholeOf(text);
      const request = { name, value, ...options };
      showOne((await administer(serverChoice(command), 'quotas.set', request)) as QuotaShown);
    });
  narrowing(quota.command('unset <quota>'))
    .description('take it back: what holds for all holds again')
    .action(async (name: string, options: Narrowed, command: Command) => {
      const request = { name, ...options };
      showOne((await administer(serverChoice(command), 'quotas.unset', request)) as QuotaShown);
    });
}

function narrowing(command: Command): Command {
  return command
    .option('--account <number>', 'whose (default: the root account)')
    .option('--region <name>', 'in that region alone, by the name of either vendor')
    .option('--zone <name>', 'in that zone alone, by the name of either vendor')
    .option('--charge-type <type>', 'paid like that: postpaid, prepaid, spot, dedicated-host');
}

function wholeOf(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new Failure(`A quota is a whole number of 0 or more, not ${text}.`);
}

function show({ limits, quotas }: Listed): void {
  const head = ['QUOTA', 'FOR ALL', 'MAY BE SET BY'];
  const rows = limits.map(({ name, value, by }) => [
    name,
    String(value),
    ['account', ...by].join(', '),
  ]);
  for (const line of tableOf([head, ...rows])) print(line);
  if (quotas.length === 0) {
    remark('No account has a quota of its own: "yuntai quota set" gives it one.');
    return;
  }
  print('');
  const own = quotas.map(({ account, name, place = '-', chargeType = '-', value }) => [
    account,
    name,
    place,
    chargeType,
    String(value),
  ]);
  for (const line of tableOf([['ACCOUNT', 'QUOTA', 'PLACE', 'CHARGE TYPE', 'NUMBER'], ...own])) {
    print(line);
  }
}

function showOne({ account, name, place, chargeType, value }: QuotaShown): void {
  const where = [place, chargeType].filter((one) => one !== undefined).join(', ');
  print(`${account}: ${name}${where === '' ? '' : ` (${where})`} is ${value}.`);
}
