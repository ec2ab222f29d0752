/** The pattern of LIKE (escape `\`) for a text in which `*` stands for anything. */
export function likeOf(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&').replaceAll(/\*+/g, '%');
}

/** Whether a name fits a text in which `*` stands for anything; case counts. */
export function fits(name: string, text: string): boolean {
  const parts = text.split(/\*+/);
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return name.length - last.length >= from && name.endsWith(last);
}
