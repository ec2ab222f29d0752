/** Targets of what of a disk goes on: at most one of each kind (D26). */

/** What operations on a disk work on: one at a time. */
export function diskTarget(key: string): string {
  return `disk:${key}`;
}

/** The end of what was paid for. */
export function diskExpiryTarget(key: string): string {
  return `disk-expiry:${key}`;
}

/** Empties the recycle bin of a disk. */
export function diskRecycleTarget(key: string): string {
  return `disk-recycle:${key}`;
}
