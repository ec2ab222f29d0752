/** A kind of id with its article, as a message says it: `an image`, `a security group`. */
export function kindText(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind.replaceAll('-', ' ')}`;
}
