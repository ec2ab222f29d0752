/** A value of a JSON file and where it stands there, as in `$.hosts.zones`. */
export interface Field {
  readonly path: string;
  readonly value: unknown;
}

const KEYS_MAX = 10_000;
const CHARACTERS_MAX = 256;

/**
 * The fields of an object. With `names`, any other key is refused.
 * @throws Error that names the path and what may stand there.
 */
export function fieldsOf(
  { path, value }: Field,
  names?: readonly string[],
): Readonly<Record<string, Field>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${path} must be an object.`);
  }
  const entries = Object.entries(value);
  if (entries.length > KEYS_MAX) throw new Error(`${path} has more than ${KEYS_MAX} keys.`);
  for (const [key] of entries) {
    if (names === undefined || names.includes(key)) continue;
    throw new Error(`${path} has no key ${JSON.stringify(key)}; ${choice(names)}.`);
  }
  // Without a prototype, so that a key such as __proto__ is one like any other.
  const fields = Object.create(null) as Record<string, Field>;
  for (const [key, each] of entries) fields[key] = { path: `${path}.${key}`, value: each };
  return fields;
}

export interface NumberBounds {
  readonly max: number;
  /** Any number instead of a whole one. */
  readonly fraction?: boolean;
}

/** A number from 0 to `max`. */
export function numberIn({ path, value }: Field, { max, fraction = false }: NumberBounds): number {
  const fits = typeof value === 'number' && (fraction || Number.isSafeInteger(value));
  if (fits && value >= 0 && value <= max) return value;
  throw new Error(`${path} must be a ${fraction ? '' : 'whole '}number from 0 to ${max}.`);
}

/** A text of 1 to 256 characters; with `choices`, one of them. */
export function textIn({ path, value }: Field, choices?: readonly string[]): string {
  if (typeof value !== 'string' || value === '' || value.length > CHARACTERS_MAX) {
    throw new Error(`${path} must be a text of 1 to ${CHARACTERS_MAX} characters.`);
  }
  if (choices === undefined || choices.includes(value)) return value;
  throw new Error(`${path} is ${JSON.stringify(value)}; ${choice(choices)}.`);
}

function choice(names: readonly string[]): string {
  const shown = names.slice(0, 20).join(', ');
  return `use one of ${shown}${names.length > 20 ? ', …' : ''}`;
}
