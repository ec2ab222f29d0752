/** Ports of a rule: one, as many as a range has, or all. */
export interface Ports {
  readonly first: number;
  readonly last: number;
}

const PORT_MAX = 65_535;

/** The ports of a text such as `80`, `10/20` or `any`; undefined where it is none of these. */
export function portsOf(text: string): Ports | undefined {
  if (text === 'any') return { first: 0, last: PORT_MAX };
  const match = /^(\d{1,5})(?:\/(\d{1,5}))?$/.exec(text);
  if (match === null) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first >= 1 && first <= last && last <= PORT_MAX ? { first, last } : undefined;
}

/** Whether two have a port in common. */
export function portsMeet(one: Ports, other: Ports): boolean {
  return one.first <= other.last && other.first <= one.last;
}
