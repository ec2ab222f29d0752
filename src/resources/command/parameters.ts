import { commandFaults } from './faults.ts';

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const NAME = /^[A-Za-z0-9_-]+$/;
const NAME_BYTES_MAX = 64;

/** The text of a command's content. */
export function textOf(content: string): string {
  return Buffer.from(content, 'base64').toString('utf8');
}

/**
 * Names of the custom parameters in a command's content, each once, in small letters since case
 * does not matter. @throws command.parameterNameMalformed and its neighbours
 */
export function parameterNames(content: string, { max }: { readonly max: number }): string[] {
  const found = [...textOf(content).matchAll(PLACE)].map(([, name = '']) => name);
  for (const name of found) {
    if (name === '') throw commandFaults.parameterNameEmpty();
    if (!NAME.test(name)) throw commandFaults.parameterNameMalformed({ name: name.slice(0, 64) });
    if (Buffer.byteLength(name) > NAME_BYTES_MAX) {
      throw commandFaults.parameterNameTooLong({ name: name.slice(0, 64) });
    }
  }
  const names = [...new Set(found.map((name) => name.toLowerCase()))];
  if (names.length > max) throw commandFaults.tooManyParameters({ limit: max });
  return names;
}

/**
 * Reads custom parameters: a JSON object of texts.
 * @throws command.parametersMalformed, command.parameterTwice and what is wrong with a name
 */
export function readParameters(
  json: string | undefined,
  { max }: { readonly max: number },
): Readonly<Record<string, string>> {
  if (json === undefined || json.trim() === '') return {};
  const pairs = Object.entries(objectOf(json));
  if (pairs.length > max) throw commandFaults.tooManyParameters({ limit: max });
  const names = new Set<string>();
  for (const [name, value] of pairs) {
    if (name === '') throw commandFaults.parameterNameEmpty();
    if (name.length > NAME_BYTES_MAX) {
      throw commandFaults.parameterNameTooLong({ name: name.slice(0, 64) });
    }
    if (typeof value !== 'string') throw commandFaults.parametersMalformed();
    if (names.has(name.toLowerCase())) throw commandFaults.parameterTwice({ name });
    names.add(name.toLowerCase());
  }
  return Object.fromEntries(pairs) as Readonly<Record<string, string>>;
}

function objectOf(json: string): object {
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch {
    // Refused below.
  }
  throw commandFaults.parametersMalformed();
}

/**
 * Puts custom parameters into a command's content; what is not given is empty.
 * @throws command.parameterUnknown for one that the content does not have
 */
export function filledContent(content: string, given: Readonly<Record<string, string>>): string {
  const text = textOf(content);
  const values = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const places = new Set([...text.matchAll(PLACE)].map(([, name = '']) => name.toLowerCase()));
  for (const name of Object.keys(given)) {
    if (!places.has(name.toLowerCase())) throw commandFaults.parameterUnknown({ name });
  }
  const filled = text.replaceAll(PLACE, (_, name: string) => values.get(name.toLowerCase()) ?? '');
  return Buffer.from(filled).toString('base64');
}
