import type { Random } from '#kernel/random.ts';
import type { FiltersShape, IntegerShape, Shape, StringShape } from '#wire/shape.ts';

/** What a generator of parameters may draw from besides the shapes. */
export interface Pools {
  readonly random: Random;
  /** Ids of things that are there, by kind. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Values that make sense, by the name of the parameter. */
  readonly named: Readonly<Record<string, readonly string[]>>;
}

const TEXTS = [
  '',
  'a',
  'x'.repeat(300),
  '中文😀',
  'a,b',
  '[]',
  '{}',
  'null',
  '-1',
  '1.5',
  '%',
  '*',
  ' ',
  '\n',
  '__proto__',
  '10.0.0.5',
  'host-{R:3}',
  'name[1,2]',
];
const TIMES = [
  '2027-01-01T00:00:00Z',
  '2027-01-01T00:00Z',
  '2027-01-01 00:00:00',
  '2027-01-01',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2027-02-30T00:00:00Z',
];
/** What is of no type that anybody asked for. */
const WRONG = [null, '', 0, -1, true, [], {}, [null], [[]], [{}], 1e15, 2 ** 53, '9'.repeat(400)];
const STRANGERS = ['ins-abcdefgh', 'vpc-abcdefgh', 'i-abcdefghij0123456789', 'x', '', 'disk-'];

function chance({ random }: Pools, probability: number): boolean {
  return random.integer(10_000) < 10_000 * probability;
}

function pick<T>({ random }: Pools, from: readonly T[], otherwise: T): T {
  return from[random.integer(from.length || 1)] ?? otherwise;
}

/** Where a value is wanted: of which name and shape, and how far inside the parameters. */
export interface Place {
  readonly name: string;
  readonly shape: Shape;
  readonly depth: number;
}

/** A value for a parameter: mostly one that fits its shape, now and then anything at all. */
export function anyValue(pools: Pools, { name, shape, depth }: Place): unknown {
  const inside = (at: string, of: Shape): unknown =>
    anyValue(pools, { name: at, shape: of, depth: depth + 1 });
  if (depth > 0 && chance(pools, 0.03)) return pick<unknown>(pools, WRONG, null);
  switch (shape.kind) {
    case 'string':
      return anyText(pools, name, shape);
    case 'integer':
      return anyInteger(pools, shape);
    case 'number':
      return pick(pools, [0, 0.1, 1, 1.234567, -1, 1e300], 0);
    case 'boolean':
      return chance(pools, 0.5);
    case 'time':
      return pick(pools, TIMES, '');
    case 'id': {
      const known = pools.ids[shape.of] ?? [];
      return pick(pools, chance(pools, 0.9) && known.length > 0 ? known : STRANGERS, '');
    }
    case 'list': {
      const length = chance(pools, 0.85)
        ? 1 + pools.random.integer(2)
        : pick(pools, [0, 3, 120], 0);
      const made = Array.from({ length }, () => inside(name, shape.item));
      // What is named twice is a case of its own: a table may have room for it once.
      return chance(pools, 0.1) ? [...made, ...made.slice(0, 1)] : made;
    }
    case 'structure': {
      const likely = depth === 0 ? 0.05 : 0.3;
      const given = Object.entries(shape.fields).filter(([, field]) =>
        chance(pools, field.required === true ? 0.97 : likely),
      );
      const entries = given.map(([key, field]) => [key, inside(key, field)]);
      return Object.fromEntries(entries) as object;
    }
    case 'filters':
      return Array.from({ length: 1 + pools.random.integer(2) }, () => anyFilter(pools, shape));
    case 'record':
      throw new Error('A record is of answers alone.');
    case 'opaque':
      return pick<unknown>(pools, [{}, [], { a: [1] }, 'x', 1], '');
  }
}

function anyText(pools: Pools, name: string, { values, max }: StringShape): string {
  const sensible = values ?? pools.named[name] ?? [];
  if (sensible.length > 0 && chance(pools, 0.85)) return pick(pools, sensible, '');
  if (max !== undefined && chance(pools, 0.2)) return 'x'.repeat(max + pools.random.integer(2));
  return pick(pools, TEXTS, '');
}

function anyInteger(pools: Pools, { min = 0, max = 100, values }: IntegerShape): number {
  if (values !== undefined && chance(pools, 0.85)) return pick(pools, values, 0);
  if (chance(pools, 0.7)) return min + pools.random.integer(Math.min(max - min + 1, 20));
  return pick(pools, [min, max, min - 1, max + 1, 2 ** 31, Number.MAX_SAFE_INTEGER], 0);
}

function anyFilter(pools: Pools, shape: FiltersShape): object {
  const names = [...Object.keys(shape.filters), ...(shape.prefixes ?? []).map((one) => `${one}k`)];
  const filter = chance(pools, 0.95) ? pick(pools, names, '') : 'none';
  const values = shape.filters[filter]?.values ?? [];
  const known = values.length > 0 && chance(pools, 0.8) ? values : Object.values(pools.ids).flat();
  const value = (): string => pick(pools, chance(pools, 0.8) ? known : TEXTS, '');
  const some = Array.from({ length: 1 + pools.random.integer(2) }, value);
  const given = chance(pools, 0.9) ? some : value();
  return { [shape.nameField]: filter, [shape.valuesField]: given };
}

/** Where an integer stands in the parameters, as the names that lead to it; lists by their item. */
export function integersOf(shape: Shape): ReadonlyArray<readonly string[]> {
  if (shape.kind === 'integer') return [[]];
  if (shape.kind === 'list') return integersOf(shape.item).map((path) => ['[]', ...path]);
  if (shape.kind !== 'structure') return [];
  return Object.entries(shape.fields).flatMap(([name, field]) =>
    integersOf(field).map((path) => [name, ...path]),
  );
}

/** Parameters with this value at that place, and nothing else. */
export function valueAt(path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  return name === '[]' ? [valueAt(rest, value)] : { [name]: valueAt(rest, value) };
}
