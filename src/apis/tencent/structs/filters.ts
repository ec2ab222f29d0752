import type { FaultMaker } from '#kernel/fault.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import type { TagFilter } from '#resources/tag/tag.ts';
import { filters } from '#wire/builders.ts';
import type { FilterValues } from '#wire/infer.ts';
import { kindText } from '#wire/kind-text.ts';
import type { FilterRule, FiltersShape } from '#wire/shape.ts';
import { parseTencentId, type TencentIdKind } from '../ids.ts';

/** A filter: which values it takes, and what they ask of the list. */
export interface Filter<Query> extends FilterRule {
  narrow(values: readonly string[], region: string): Query;
}

/** The filters of a list by name: their shape, and their reader. */
export interface ListFilters<Query> {
  readonly shape: FiltersShape;
  /**
   * What the filters ask of the list. They all narrow; where two narrow the same, what both allow
   * is left, and a list of nothing matches nothing.
   * @throws Fault where a value is malformed
   */
  read(given: FilterValues | undefined, region: string): Query;
}

/** Reads a text of a filter; undefined where it can be nothing that exists. */
type Read<V> = (text: string, region: string) => V | undefined;

/** A filter whose values are members of a list of the query: `asks('zones', zoneOf)`. */
export function asks<const Name extends string>(name: Name): Filter<Lists<Name>>;
export function asks<const Name extends string, V>(
  name: Name,
  read: Read<V>,
): Filter<Lists<Name, V>>;
export function asks(name: string, read: Read<unknown> = (text) => text): Filter<object> {
  return {
    narrow: (values, region) => {
      const wanted = values.map((text) => read(text, region));
      return { [name]: wanted.filter((one) => one !== undefined) };
    },
  };
}

type Lists<Name extends string, V = string> = { readonly [N in Name]?: readonly V[] };

/** A filter that takes "true" or "false" in any case; both together narrow nothing. */
export function asksWhether<const Name extends string>(
  name: Name,
): Filter<{ readonly [N in Name]?: boolean }> {
  return {
    values: ['true', 'false', 'True', 'False', 'TRUE', 'FALSE'],
    narrow: (values) => {
      const wanted = new Set(values.map((value) => value.toLowerCase() === 'true'));
      return (wanted.size === 1 ? { [name]: wanted.has(true) } : {}) as never;
    },
  };
}

/** A filter for what nothing here has; `without` are the values that ask for those without it. */
export function asksForNone(...without: readonly string[]): Filter<Lists<'keys'>> {
  return {
    narrow: (values) =>
      values.some((value) => without.includes(value.toLowerCase())) ? {} : { keys: [] },
  };
}

/** Reads the id of a kind. @throws Fault where it is malformed */
export function idOf(kind: TencentIdKind, malformed: FaultMaker): (text: string) => string {
  return (text) => {
    const parsed = parseTencentId(kind, text);
    if (parsed !== 'malformed') return parsed.key;
    throw refusedValue(malformed, text, `the id of ${kindText(kind)}`);
  };
}

/** Reads the number of a project. @throws Fault where it is none */
export function projectOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw refusedValue(listingFaults.valueMalformed, text, 'the number of a project');
}

/** The fault of a filter's value that is not what it has to be. */
export function refusedValue(make: FaultMaker, value: string, what: string) {
  return make({ message: `The filter's value \`${value.slice(0, 64)}\` is not ${what}.` });
}

/** What the filters of a service have in common. */
type Habits = Pick<FiltersShape, 'max' | 'valuesMax' | 'reasons'> & {
  /** The filters of tags, `tag:KEY` besides, and what their keys are read as. */
  readonly tags?: {
    readonly filters: ReadonlyArray<'tag-key' | 'tag-value'>;
    keyOf(key: string): string;
  };
};

interface Table {
  readonly [name: string]: Filter<object>;
}

/** What any filter of a table may ask. */
type Asked<T extends Table> = Merged<{ [N in keyof T]: ReturnType<T[N]['narrow']> }[keyof T]>;
type Merged<Q> = {
  readonly [N in Q extends unknown ? keyof Q : never]?: Q extends { readonly [K in N]?: infer V }
    ? V
    : never;
};

/** What the filters of any list may ask. */
interface Common {
  readonly keys?: readonly string[];
  readonly tags?: readonly TagFilter[];
}

const TAG = 'tag:';

/** Declares the filters of a list. */
export function listFilters<const T extends Table>(
  table: T,
  { tags: ofTags, ...limits }: Habits,
): ListFilters<Asked<T> & Common> {
  const rules = Object.entries(table).map(([name, { values }]): readonly [string, FilterRule] => [
    name,
    values === undefined ? {} : { values },
  ]);
  return {
    shape: filters({
      filters: Object.fromEntries([
        ...rules,
        ...(ofTags?.filters ?? []).map((name) => [name, {}] as const),
      ]),
      prefixes: ofTags === undefined ? [] : [TAG],
      nameField: 'Name',
      valuesField: 'Values',
      ...limits,
    }),
    read: (given, region) => {
      let query = {};
      const tags: TagFilter[] = [];
      const keyOf = ofTags?.keyOf ?? String;
      for (const [name, values] of given ?? []) {
        if (Object.hasOwn(table, name)) {
          const asked = values.length === 0 ? { keys: [] } : table[name]?.narrow(values, region);
          query = narrowed(query, asked ?? {});
        } else if (name === 'tag-key') tags.push({ names: values.map(keyOf) });
        else if (name === 'tag-value') tags.push({ values });
        else tags.push({ names: [keyOf(name.slice(TAG.length))], values });
      }
      return (tags.length === 0 ? query : { ...query, tags }) as never;
    },
  };
}

/** The query with one more filter: of a list that both narrow, what both allow. */
function narrowed(query: Readonly<Record<string, unknown>>, more: object): object {
  const both = Object.entries(more).map(([name, now]: readonly [string, unknown]) => {
    const before = query[name];
    const isShared = Array.isArray(before) && Array.isArray(now);
    return [name, isShared ? now.filter((one) => before.includes(one)) : now];
  });
  return { ...query, ...(Object.fromEntries(both) as object) };
}

/** The filters that an older page has of these, none of tags; `rules` are those that differ. */
export function onlyFilters(
  { filters: all, ...shape }: FiltersShape,
  names: readonly string[],
  rules: FiltersShape['filters'] = {},
): FiltersShape {
  const kept = names.map((name) => [name, rules[name] ?? all[name] ?? {}] as const);
  return { ...shape, prefixes: [], filters: Object.fromEntries(kept) };
}
