import { type Field, fieldsOf, numberIn } from '#kernel/json-fields.ts';
import {
  type MicroYuan,
  type PartName,
  partNames,
  type PriceBook,
  type Rate,
  type Steps,
  type Tier,
} from './price-book.ts';

/** What a book may name, where the cloud knows it. */
export interface KnownToBook {
  readonly isType: (name: string) => boolean;
  readonly disks: readonly string[];
  readonly regions: readonly string[];
}

const YUAN_MAX = 100_000;
const MICROS = 1_000_000;
const PERCENT_MAX = 1_000;
const MBPS_MAX = 1_000_000;
const TIERS_MAX = 100;
const MONTHS_MAX = 120;

/**
 * Reads a price book (docs/reference/prices.md).
 * @throws Error that names the path in the file and what is expected there.
 */
export function readBook(value: unknown, known: KnownToBook): PriceBook {
  const keys = [
    'parts',
    'types',
    'diskGiB',
    'throughputMiBs',
    'bandwidthMbps',
    'trafficGB',
    'percent',
  ];
  const file = fieldsOf({ path: '$', value }, [...keys, 'about', 'samples']);
  const [parts, types, disks, throughput, bandwidth, traffic, percent] = keys.map((key) =>
    needed(file, key),
  );
  const part = fieldsOf(parts as Field, partNames);
  const tiers = fieldsOf(bandwidth as Field, ['hour', 'month']);
  const each = fieldsOf(traffic as Field, ['each', 'paid']);
  const listed = moneyIn(needed(each, 'each'));
  return {
    parts: Object.fromEntries(
      partNames.map((name) => [name, wholeRateIn(needed(part, name))]),
    ) as Readonly<Record<PartName, Rate>>,
    types: typesIn(types as Field, known),
    disks: disksIn(disks as Field, known),
    throughput: wholeRateIn(throughput as Field),
    bandwidth: { hour: tiersIn(needed(tiers, 'hour')), month: tiersIn(needed(tiers, 'month')) },
    traffic: { each: listed, paid: paidIn(each['paid'], listed) },
    ...sharesIn(percent as Field, known),
  };
}

function needed(fields: Readonly<Record<string, Field>>, key: string): Field {
  const field = fields[key];
  if (field !== undefined) return field;
  const others = Object.keys(fields).slice(0, 10).join(', ') || 'nothing';
  throw new Error(`The key ${key} is missing; beside it there is ${others}.`);
}

/** Yuan with at most six decimals. */
function moneyIn(field: Field): MicroYuan {
  const yuan = numberIn(field, { max: YUAN_MAX, fraction: true });
  const micros = Math.round(yuan * MICROS);
  if (micros / MICROS === yuan) return micros;
  throw new Error(`${field.path} is ${yuan}; yuan have at most six decimals.`);
}

/** What is paid of a listed price, which it cannot exceed. */
function paidIn(field: Field | undefined, listed: MicroYuan): MicroYuan {
  if (field === undefined) return listed;
  const paid = moneyIn(field);
  if (paid <= listed) return paid;
  throw new Error(`${field.path} is more than the listed price.`);
}

const RATE = ['hour', 'hourPaid', 'month', 'monthPaid'] as const;

/** What a row says of a rate; the rest follows from the parts. */
function rateIn(field: Field): Rate {
  const { hour, hourPaid, month, monthPaid } = fieldsOf(field, RATE);
  if ((hour ?? month) === undefined) throw new Error(`${field.path} needs hour, month or both.`);
  if (hour === undefined && hourPaid !== undefined) {
    throw new Error(`${hourPaid.path} stands without hour.`);
  }
  if (month === undefined && monthPaid !== undefined) {
    throw new Error(`${monthPaid.path} stands without month.`);
  }
  return {
    ...(hour !== undefined && hoursIn(hour, hourPaid)),
    ...(month !== undefined && monthsIn(month, monthPaid)),
  };
}

/** The rate of what nothing else tells the price of. */
function wholeRateIn(field: Field): Rate {
  const rate = rateIn(field);
  if (rate.hour !== undefined && rate.month !== undefined) return rate;
  throw new Error(`${field.path} needs both hour and month.`);
}

function monthsIn(month: Field, paid: Field | undefined): Rate {
  const listed = moneyIn(month);
  return { month: listed, monthPaid: paidIn(paid, listed) };
}

/** One price for every hour, or three that do not rise. */
function hoursIn(hour: Field, paid: Field | undefined): Rate {
  const listed = stepsIn(hour);
  const asPaid = paid === undefined ? listed : stepsIn(paid);
  if (asPaid.some((price, step) => price > (listed[step] ?? 0))) {
    throw new Error(`${(paid ?? hour).path} is more than the listed price.`);
  }
  return { hour: listed, hourPaid: asPaid };
}

function stepsIn(field: Field): Steps {
  const { path, value } = field;
  if (!Array.isArray(value)) {
    const price = moneyIn(field);
    return [price, price, price];
  }
  const prices = value.map((each: unknown, at) => moneyIn({ path: `${path}[${at}]`, value: each }));
  const [first = 0, second = 0, third = 0] = prices;
  if (prices.length === 3 && first >= second && second >= third) return [first, second, third];
  throw new Error(`${path} must be one price, or three of which none is above the one before.`);
}

function typesIn(field: Field, known: KnownToBook): ReadonlyMap<string, Rate> {
  const rows = Object.entries(fieldsOf(field)).map(([name, row]) => {
    if (known.isType(name)) return [name, rateIn(row)] as const;
    throw new Error(`${row.path}: no catalogue has an instance type of that name.`);
  });
  return new Map(rows);
}

function disksIn(field: Field, { disks }: KnownToBook): ReadonlyMap<string, Rate> {
  const rows = fieldsOf(field, disks);
  return new Map(disks.map((kind) => [kind, wholeRateIn(needed(rows, kind))] as const));
}

function tiersIn({ path, value }: Field): readonly Tier[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > TIERS_MAX) {
    throw new Error(`${path} must be a list of 1 to ${TIERS_MAX} tiers.`);
  }
  let before = 0;
  return value.map((each: unknown, at) => {
    const tier = fieldsOf({ path: `${path}[${at}]`, value: each }, ['upTo', 'each']);
    const isLast = at === value.length - 1;
    if (isLast !== (tier['upTo'] === undefined)) {
      throw new Error(`${path}[${at}]: the last tier, and no other, is without upTo.`);
    }
    const upTo = tier['upTo'] === undefined ? Infinity : numberIn(tier['upTo'], { max: MBPS_MAX });
    if (upTo <= before) {
      throw new Error(`${path}[${at}].upTo must be above that of the tier before.`);
    }
    before = upTo;
    return { upTo, each: moneyIn(needed(tier, 'each')) };
  });
}

function sharesIn(
  field: Field,
  { regions }: KnownToBook,
): Pick<PriceBook, 'week' | 'spot' | 'fromMonths' | 'regions'> {
  const shares = fieldsOf(field, ['week', 'spot', 'fromMonths', 'regions']);
  const ofRegions = Object.entries(fieldsOf(needed(shares, 'regions'), regions));
  return {
    week: shareIn(needed(shares, 'week')),
    spot: shareIn(needed(shares, 'spot'), 100),
    fromMonths: termsIn(needed(shares, 'fromMonths')),
    regions: new Map(ofRegions.map(([name, share]) => [name, shareIn(share)])),
  };
}

/** A percentage with at most two decimals, in hundredths. */
function shareIn(field: Field, max = PERCENT_MAX): number {
  const percent = numberIn(field, { max, fraction: true });
  const share = Math.round(percent * 100);
  if (share / 100 === percent) return share;
  throw new Error(`${field.path} is ${percent}; percentages have at most two decimals.`);
}

/** A longer term is never paid dearer by the month. */
function termsIn(field: Field): PriceBook['fromMonths'] {
  const terms = Object.entries(fieldsOf(field)).map(([text, share]) => {
    const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (months >= 1 && months <= MONTHS_MAX) return [months, shareIn(share, 100)] as const;
    throw new Error(`${share.path} must be named by a number of months, 1 to ${MONTHS_MAX}.`);
  });
  const longestFirst = terms.toSorted(([a], [b]) => b - a);
  const rising = longestFirst.find(
    ([, share], at) => share > (longestFirst[at + 1]?.[1] ?? 10_000),
  );
  if (rising === undefined) return longestFirst;
  throw new Error(`${field.path}.${rising[0]} is more than a shorter term pays.`);
}

/** The same from the text of a file. @throws Error */
export function parseBook(text: string, known: KnownToBook): PriceBook {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`The file is not JSON: ${(error as Error).message}`, { cause: error });
  }
  return readBook(value, known);
}
