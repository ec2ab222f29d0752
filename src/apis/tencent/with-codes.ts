import type { Saying } from '../fault-words.ts';

/**
 * Words for the faults of a noun under the codes of another generation: for each fault its code
 * there, or words of its own where the message names what that generation calls otherwise.
 */
export function withCodes<const Words extends { readonly [name: string]: Saying }>(
  words: Words,
  codes: { readonly [Name in keyof Words]: string | Saying },
): { readonly [Name in keyof Words]: Saying } {
  const said = Object.entries<Saying>(words).map(([name, { message }]) => {
    const own: string | Saying = codes[name] ?? '';
    return [name, typeof own === 'string' ? { code: own, message } : own];
  });
  return Object.fromEntries(said) as { readonly [Name in keyof Words]: Saying };
}
