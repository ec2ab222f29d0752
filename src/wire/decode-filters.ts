import { listDecoder } from './decode-list.ts';
import type { FilterValues } from './infer.ts';
import { quoted } from './quoted.ts';
import { ParameterFault } from './parameter-fault.ts';
import { pathOf, refuser, type Decode, type Reading } from './reading.ts';
import type { FiltersShape, ListShape, Shape } from './shape.ts';

/** A filter as it came, and where. */
interface Entry {
  readonly path: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * The decoder of a set of named filters. Different filters narrow, the values of one widen
 * (seed 004 L36440-36462); a name given twice keeps the values both allow.
 */
export function filtersDecoder(
  shape: FiltersShape,
  reading: Reading,
  decoderOf: (part: Shape) => Decode,
): Decode {
  const { nameField, valuesField, reasons = {} } = shape;
  const refuse = refuser(reasons);
  const text = { kind: 'string', reasons } as const;
  const { unknown: _names, ...ofMembers } = reasons;
  const entryOf = decoderOf({
    kind: 'structure',
    reasons: ofMembers,
    fields: {
      [nameField]: { ...text, required: true, min: 1 },
      [valuesField]: { kind: 'opaque' },
    },
  });
  const list: ListShape = { kind: 'list', max: shape.max, reasons, item: { kind: 'opaque' } };
  const entriesOf = listDecoder(list, reading, (raw, path) => {
    const entry = entryOf(raw, path) as Entry['entry'] | undefined;
    return entry && { path, entry };
  });
  const valuesOf = decoderOf({
    kind: 'list',
    item: text,
    max: shape.valuesMax,
    required: true,
    reasons,
  });

  return (raw, at): FilterValues => {
    const decoded = new Map<string, readonly string[]>();
    for (const { path, entry } of entriesOf(raw, at) as readonly Entry[]) {
      const name = entry[nameField] as string;
      if (!isFilter(shape, name)) {
        const problem = `has no filter ${quoted(name)}`;
        const broken = { constraint: 'value', at: pathOf(path, nameField), problem } as const;
        throw new ParameterFault(reasons.unknown, broken);
      }
      const given = entry[valuesField];
      // Alibaba's filters have one value each: `Filter.1.Value`.
      const one = reading.jsonTexts && typeof given === 'string' && given !== '';
      const valuesPath = pathOf(path, valuesField);
      const values = valuesOf(one ? [given] : given, valuesPath) as readonly string[];
      if (values.length === 0) return refuse('missing', valuesPath, 'is empty');
      const allowed = ownRule(shape, name)?.values;
      if (allowed !== undefined && !values.every((value) => allowed.includes(value))) {
        return refuse('value', valuesPath, `must be among ${allowed.join(', ')}`);
      }
      const earlier = decoded.get(name);
      decoded.set(name, earlier?.filter((value) => values.includes(value)) ?? values);
    }
    return decoded;
  };
}

function ownRule({ filters }: FiltersShape, name: string) {
  return Object.hasOwn(filters, name) ? filters[name] : undefined;
}

function isFilter(shape: FiltersShape, name: string): boolean {
  if (ownRule(shape, name) !== undefined) return true;
  return (shape.prefixes ?? []).some((start) => name.startsWith(start) && name !== start);
}
