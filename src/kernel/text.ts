/**
 * Length of a text in characters as the vendors' limits count them: code points, so that 𠮷 is
 * one. Linear in the text.
 */
export function characterCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const leads = code >= 0xd800 && code <= 0xdbff;
    const trails = leads ? text.charCodeAt(at + 1) : 0;
    if (trails >= 0xdc00 && trails <= 0xdfff) at += 1;
    count += 1;
  }
  return count;
}

/** Compares as both kinds of store do: by the bytes of UTF-8. */
export function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/**
 * Whether every store can keep the text as it is: PostgreSQL refuses U+0000, and a surrogate
 * without its partner has no UTF-8 form.
 */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
