/** Targets of what of a dedicated host goes on by itself: at most one of each kind (D26). */

/** What operations on it work on. */
export function hostTarget(key: string): string {
  return `dedicated-host:${key}`;
}

/** The end of what was paid for. */
export function hostExpiryTarget(key: string): string {
  return `dedicated-host-expiry:${key}`;
}

/** A release in time to come: asked for, or some days behind its end. */
export function hostReleaseTarget(key: string): string {
  return `dedicated-host-release:${key}`;
}
