import type { Expression, SqlBool } from 'kysely';
import type { Reader } from '#store/store.ts';
import type { Page } from '../page.ts';
import { findingFew, foundToo } from './led-rows.ts';
import { countAtMost, numbersOf, pageOfNumbers } from './search.ts';
import type { Condition, Found, NumberedRow, Search } from './search.ts';
import type { AnyDatabase, LinkSource, Where } from './narrowings.ts';

/** How many links a look follows before it lets others through. */
const LINKS_PER_LOOK = 12_288;

/**
 * A page of what is linked to something: the keys come from the links, by their index, and are
 * narrowed further one part of them at a time. The first source leads, the others only narrow.
 */
export async function linkedRows(
  reader: Reader,
  search: Search,
  { sources, page }: { readonly sources: readonly LinkSource[]; readonly page: Page },
): Promise<Found<NumberedRow>> {
  const [leading, ...others] = sources;
  if (leading === undefined) return { total: 0, rows: [] };
  const { leading: few } = await findingFew(reader, search);
  const indexed = search.indexed.filter((condition) => !few.includes(condition));
  const numbers: number[] = [];
  for (let after = ''; ;) {
    const last = await endOfLook(reader, leading, after);
    const linked = [partOf(leading, after, last), ...others].map(
      (source): Condition =>
        (eb) =>
          isAmong(eb, source),
    );
    const looked = { ...search, few: [...search.few, ...linked], indexed };
    numbers.push(...(await numbersOf(reader, foundToo(reader, looked, few))));
    if (last === undefined) break;
    after = last;
    await reader.pause();
  }
  return pageOfNumbers(reader, search, { numbers, page });
}

/**
 * The key up to which the next look goes; undefined where it is the last one. Most looks are: they
 * are counted first, since no index may have the keys in order.
 */
async function endOfLook(
  reader: Reader,
  { table, column, where }: LinkSource,
  after: string,
): Promise<string | undefined> {
  const keys = (reader.db as unknown as AnyDatabase)
    .selectFrom(table)
    .select(column)
    .where((eb) => where(eb))
    .where(column, '>', after);
  const left = await countAtMost(reader, keys, LINKS_PER_LOOK);
  if (left < LINKS_PER_LOOK) return undefined;
  const end = await keys
    .orderBy(column)
    .limit(1)
    .offset(LINKS_PER_LOOK - 1)
    .executeTakeFirst();
  return end?.[column] as string | undefined;
}

/** The links behind one key, up to another or to the end. */
function partOf(leading: LinkSource, after: string, last: string | undefined): LinkSource {
  const { column, where } = leading;
  const behind = (eb: Where) => eb.and([where(eb), eb(column, '>', after)]);
  return {
    ...leading,
    where: (eb) => (last === undefined ? behind(eb) : eb.and([behind(eb), eb(column, '<=', last)])),
  };
}

function isAmong(eb: Where, { table, column, where }: LinkSource): Expression<SqlBool> {
  const keys = eb
    .selectFrom(table)
    .select(column)
    .where((inner) => where(inner));
  return eb('key', 'in', keys);
}
