import type { Decode } from './decode-field.ts';
import { listDecoder } from './decode-list.ts';
import type { FilterValues } from './infer.ts';
import { broken, type Reading } from './reading.ts';
import type { Constraint, FiltersShape } from './shape.ts';

/**
 * The decoder of a set of named filters. Different filters narrow, the values of one widen
 * (seed 004 L36440-36462); a name given twice keeps the values both allow.
 */
export function filtersDecoder(shape: FiltersShape, reading: Reading): Decode {
  const refuse = (constraint: Constraint, at: string, detail: string): never => {
    throw broken(reading, shape.codes?.[constraint], { constraint, at, detail });
  };
  const same: Decode = (raw) => raw;
  const codes = shape.codes ?? {};
  const item = { kind: 'opaque' } as const;
  const entries = listDecoder({ kind: 'list', item, max: shape.max, codes }, reading, same);
  const values = listDecoder({ kind: 'list', item, max: shape.valuesMax, codes }, reading, same);
  const allowed = (name: string): readonly string[] | undefined => {
    if (!Object.hasOwn(shape.filters, name)) return undefined;
    return shape.filters[name]?.values;
  };
  const isKnown = (name: string): boolean =>
    Object.hasOwn(shape.filters, name) ||
    (shape.prefixes ?? []).some((prefix) => name.startsWith(prefix) && name !== prefix);

  const valuesOf = (raw: unknown, name: string, at: string): readonly string[] => {
    const given = values(typeof raw === 'string' ? [raw] : (raw ?? []), at) as unknown[];
    return given.map((value) => {
      if (typeof value !== 'string') return refuse('type', at, 'must be a list of strings');
      if (allowed(name)?.includes(value) === false) {
        return refuse('value', at, `must be among ${allowed(name)?.join(', ')}`);
      }
      return value;
    });
  };

  return (raw, at): FilterValues => {
    const decoded = new Map<string, readonly string[]>();
    for (const [index, entry] of (entries(raw, at) as unknown[]).entries()) {
      const path = `${at}.${index}`;
      if (typeof entry !== 'object' || entry === null) return refuse('type', path, 'is no filter');
      const { [shape.nameField]: name, [shape.valuesField]: list } = entry as Record<
        string,
        unknown
      >;
      if (typeof name !== 'string' || name === '') {
        return refuse('missing', `${path}.${shape.nameField}`, 'is missing');
      }
      if (!isKnown(name)) {
        return refuse('unknown', `${path}.${shape.nameField}`, `knows no filter ${name}`);
      }
      const wanted = valuesOf(list, name, `${path}.${shape.valuesField}`);
      const earlier = decoded.get(name);
      decoded.set(name, earlier === undefined ? wanted : earlier.filter((v) => wanted.includes(v)));
    }
    return decoded;
  };
}
