import type { Decode } from './decode-field.ts';
import { broken, type Reading } from './reading.ts';
import { checkRules } from './rules.ts';
import type { Shape, StructureShape } from './shape.ts';

interface Field {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly decode: Decode;
}

/** The decoder of an object: unknown names, then each field in order, then the rules between. */
export function structureDecoder(
  shape: StructureShape,
  reading: Reading,
  decoderOf: (field: Shape) => Decode,
): Decode {
  const fields: Field[] = [];
  const known = new Set<string>();
  for (const [name, field] of Object.entries(shape.fields)) {
    const spellings = [name, ...(field.names ?? [])];
    for (const spelling of spellings) known.add(spelling);
    fields.push({ name, spellings, decode: decoderOf(field) });
  }
  return (raw, at) => {
    const given = objectOf(raw, reading);
    if (given === undefined) {
      const detail = 'must be an object';
      throw broken(reading, shape.codes?.type, { constraint: 'type', at, detail });
    }
    if (reading.unknown === 'refuse') refuseUnknown(given, known, { shape, reading, at });
    const decoded: Record<string, unknown> = {};
    for (const { name, spellings, decode } of fields) {
      decoded[name] = decode(pick(given, spellings), at === '' ? name : `${at}.${name}`);
    }
    if (shape.rules !== undefined) checkRules(shape.rules, decoded, { reading, at });
    return decoded;
  };
}

type Given = Readonly<Record<string, unknown>>;

/** An object as it came, or given whole as JSON text (as Alibaba's command line sends it). */
function objectOf(raw: unknown, reading: Reading): Given | undefined {
  if (typeof raw === 'string') return reading.flattened ? parsed(raw) : undefined;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const given = raw as Given;
  const own = reading.flattened && Object.hasOwn(given, '') ? given[''] : undefined;
  if (typeof own !== 'string') return given;
  const { '': _own, ...dotted } = given;
  return { ...parsed(own), ...dotted };
}

function parsed(text: string): Given | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Given)
      : undefined;
  } catch {
    return undefined;
  }
}

function pick(given: Given, spellings: readonly string[]): unknown {
  for (const spelling of spellings) {
    if (Object.hasOwn(given, spelling)) return given[spelling];
  }
  return undefined;
}

function refuseUnknown(
  given: Given,
  known: ReadonlySet<string>,
  { shape, reading, at }: { shape: StructureShape; reading: Reading; at: string },
): void {
  for (const name of Object.keys(given)) {
    if (known.has(name)) continue;
    const path = at === '' ? name : `${at}.${name}`;
    const detail = 'is not a parameter of this action';
    throw broken(reading, shape.codes?.unknown, { constraint: 'unknown', at: path, detail });
  }
}
