import { limits } from '#kernel/limits.ts';
import { parseJson } from './json-body.ts';

/**
 * The value of JSON given as one text parameter, bounded as a body is; undefined where the text is
 * no such JSON. Within a body of text, so the bytes need no further bound.
 */
export function embeddedJson(text: string): unknown {
  const parsed = parseJson(Buffer.from(text, 'utf8'), limits);
  return 'refusal' in parsed ? undefined : parsed.value;
}

/** The object, and nothing else, of such JSON. */
export function embeddedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = embeddedJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}
