const QUOTED_CHARACTERS_MAX = 64;

/** What a client sent, cut to what a message can hold: no answer grows with its request. */
export function quoted(text: string): string {
  if (text.length <= QUOTED_CHARACTERS_MAX) return text;
  return `${text.slice(0, QUOTED_CHARACTERS_MAX).toWellFormed()}…`;
}
