import { requireAccount, rootAccount } from '#resources/account/accounts.ts';
import { booksOf, type Books } from '#resources/ledger/books.ts';
import { credit, listEntries } from '#resources/ledger/credit.ts';
import { reviewArrears } from '#resources/instance/verbs/review-arrears.ts';
import { kindsOfLines, type MeterLine } from '#resources/meter/meters.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminInput } from './admin-input.ts';
import type { AdminParts, Named } from './admin-parts.ts';
import { listedPrices } from './listed-prices.ts';

const PAGE_MAX = 1_000;
const MICROS = 1_000_000;

/** Administration of money: what accounts have, what moved, and what things cost. */
export function moneyCommands({ store, cloud, clock, idsOf }: AdminParts): readonly Named[] {
  return [
    [
      'money.balance',
      async (input) => {
        const account = accountOf(input);
        return store.read(async (db) => {
          await requireAccount(db, account);
          return shown(account, await booksOf({ db, account, cloud }));
        });
      },
    ],
    [
      'money.credit',
      async (input) => {
        const account = accountOf(input);
        const microYuan = microYuanOf(input.text('yuan'));
        const to = input.optionalText('to') ?? 'balance';
        if (to !== 'balance' && to !== 'vouchers') {
          throw new AdminRefusal(`Money goes to balance or to vouchers, not to ${to}.`);
        }
        const now = clock.clock.now();
        const books = await store.write(async (db) => {
          await requireAccount(db, account);
          const ledger = { db, account, cloud, now };
          if ((await credit(ledger, { microYuan, to })) === undefined) return undefined;
          const { arrearsRule } = cloud.catalogue;
          await reviewArrears({ ...ledger, arrearsRule });
          return booksOf(ledger);
        });
        if (books !== undefined) return shown(account, books);
        const why = microYuan < 0 ? 'has not so much there' : 'cannot have that much';
        throw new AdminRefusal(
          `Account ${account} ${why}: "yuntai account balance" shows what it has.`,
        );
      },
    ],
    [
      'money.ledger',
      async (input) => {
        const account = accountOf(input);
        const after = input.optionalCount('after') ?? 0;
        const limit = Math.min(input.optionalCount('limit') ?? PAGE_MAX, PAGE_MAX);
        const rows = await store.read(async (db) => {
          await requireAccount(db, account);
          return listEntries({ db, account }, { after, limit });
        });
        return rows.map((row) => ({
          number: row.seq,
          at: new Date(row.at).toISOString(),
          purpose: row.purpose,
          from: row.from_book,
          to: row.to_book,
          yuan: row.micro_yuan / MICROS,
          order: row.order_key,
          line: row.line,
          resources: row.resource === null ? [] : idsOf(kindOfLine(row.line), row.resource),
          since: timeOf(row.from_at),
          until: timeOf(row.until_at),
          hour: row.hour_micro_yuan === null ? null : row.hour_micro_yuan / MICROS,
        }));
      },
    ],
    ['money.prices', () => Promise.resolve(listedPrices(cloud.prices))],
  ];
}

/** What kind of resource it is that costs by a line; what is bought in advance are instances. */
function kindOfLine(line: string | null): string {
  return (line === null ? undefined : kindsOfLines[line as MeterLine]) ?? 'instance';
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function accountOf(input: AdminInput): string {
  return input.optionalText('account') ?? rootAccount;
}

/** Whole micro-yuan of a text such as -12.50. @throws AdminRefusal */
function microYuanOf(text: string): number {
  const [, sign = '', whole = '', parts = ''] = /^(-?)(\d{1,10})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  const sum = Number(whole) * MICROS + Number(parts.padEnd(6, '0'));
  if (whole !== '' && sum > 0 && Number.isSafeInteger(sum)) return sign === '' ? sum : -sum;
  throw new AdminRefusal(
    `"${text}" is no sum: write yuan other than 0, with at most six decimals (100, 0.5, -20).`,
  );
}

/** In yuan; what came in is told as what it is, not as the minus that the books have. */
function shown(account: string, books: Books) {
  const yuan = (microYuan: number): number => microYuan / MICROS;
  return {
    account,
    balance: yuan(books.balance),
    vouchers: yuan(books.vouchers),
    frozen: yuan(books.frozen),
    paid: yuan(books.revenue),
    refunded: yuan(books.refunds === 0 ? 0 : -books.refunds),
    funded: yuan(books.funding === 0 ? 0 : -books.funding),
  };
}
