/** What operations on an interface work on: one at a time (D26). */
export function interfaceTarget(key: string): string {
  return `network-interface:${key}`;
}
