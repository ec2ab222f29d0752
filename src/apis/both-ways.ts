/**
 * A vendor's words for neutral ones, to be read both ways: each neutral word has one of its own.
 * `names` are the vendor's, in the order of the table.
 */
export function bothWays<const W extends Readonly<Record<string, string>>>(words: W) {
  const neutral = new Map(Object.entries(words).map(([own, name]) => [name, own]));
  return {
    words,
    names: Object.values(words) as unknown as ReadonlyArray<W[keyof W]>,
    /** The neutral word behind one of the names. */
    neutral: (name: W[keyof W]) => neutral.get(name) as keyof W & string,
    /** The same for any text: undefined where it is none of the names. */
    find: (text: string) => neutral.get(text) as (keyof W & string) | undefined,
  };
}
