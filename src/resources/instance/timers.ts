/** Targets of what of an instance goes on by itself: at most one of each kind (D26). */

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

/** When a period of bandwidth that is paid in advance begins or ends. */
export function bandwidthTarget(key: string): string {
  return `bandwidth:${key}`;
}

/** The bid of a spot instance against the price of each hour. */
export function spotTarget(key: string): string {
  return `spot:${key}`;
}

/** The power of a machine that is put away. */
export function haltTarget(key: string): string {
  return `halt:${key}`;
}

/** When something is done about an event of the host. */
export function eventTarget(event: string): string {
  return `event:${event}`;
}

/** What operations on an instance work on: one at a time. */
export function instanceTarget(key: string): string {
  return `instance:${key}`;
}
