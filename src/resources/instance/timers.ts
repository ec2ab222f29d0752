/** Targets of the timers of an instance: at most one of each kind is set (D26). */

/** Empties the recycle bin. */
export function recycleTarget(key: string): string {
  return `recycle:${key}`;
}

/** A release asked for in advance. */
export function releaseTarget(key: string): string {
  return `release:${key}`;
}

/** The end of what was paid for. */
export function expiryTarget(key: string): string {
  return `expiry:${key}`;
}
