import { embeddedObject } from './embedded-json.ts';
import { quoted } from './quoted.ts';
import { pathOf, refuser, type Decode, type Reading } from './reading.ts';
import { rulesCheck } from './rules.ts';
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
  const refuse = refuser(shape.reasons);
  const fields: readonly Field[] = Object.entries(shape.fields).map(([name, field]) => ({
    name,
    spellings: [name, ...(field.names ?? [])],
    decode: decoderOf(field),
  }));
  const known = new Set(fields.flatMap(({ spellings }) => spellings));
  const checkRules = rulesCheck(shape);
  return (raw, at) => {
    const given = objectOf(raw, reading, at);
    if (given === undefined) return refuse('type', at, 'must be an object');
    if (reading.unknown === 'refuse') {
      const unknown = Object.keys(given).find((name) => !known.has(name));
      if (unknown !== undefined) {
        return refuse('unknown', pathOf(at, quoted(unknown)), 'is not defined for this action');
      }
    }
    const decoded: Record<string, unknown> = {};
    for (const { name, spellings, decode } of fields) {
      decoded[name] = decode(pick(given, spellings), pathOf(at, name));
    }
    checkRules(decoded, at);
    return decoded;
  };
}

type Given = Readonly<Record<string, unknown>>;

/**
 * An object as it came, or given whole as JSON text (as Alibaba's command line sends it), or as
 * both: dotted names then go before those of the text. The parameters as a whole (at '') have no
 * value of their own: what is called '' there is one parameter more.
 */
function objectOf(raw: unknown, reading: Reading, at: string): Given | undefined {
  if (typeof raw === 'string') return reading.jsonTexts ? embeddedObject(raw) : undefined;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const given = raw as Given;
  if (!reading.jsonTexts || at === '' || !Object.hasOwn(given, '')) return given;
  const { '': text, ...dotted } = given;
  if (text === '' && reading.emptyIsAbsent) return dotted;
  const whole = typeof text === 'string' ? embeddedObject(text) : undefined;
  return whole === undefined ? undefined : { ...whole, ...dotted };
}

/** The first spelling that is there; own members only, for names such as `constructor`. */
function pick(given: Given, spellings: readonly string[]): unknown {
  for (const spelling of spellings) {
    if (Object.hasOwn(given, spelling)) return given[spelling];
  }
  return undefined;
}
