import type { Key } from '#kernel/key.ts';

/** Of the workflow that makes snapshots or a backup that were asked for together: the first. */
export function makeTarget(first: string): string {
  return `snapshot:${first}`;
}

/** Of the timer that ends snapshots at a time; one that is set anew has another target. */
export function expiryTarget(first: Key<'snapshot'>, at: number): string {
  return `snapshot-expiry:${first}:${at}`;
}

/** Of what takes the data of snapshots or backups away that are gone: the first of them. */
export function destroyTarget(first: string): string {
  return `snapshot-data:${first}`;
}
