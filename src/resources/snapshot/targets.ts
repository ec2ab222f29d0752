import type { Key } from '#kernel/key.ts';

/** Of the workflow that makes a snapshot, and those that are made with it: the first of them. */
export function makeTarget(first: Key<'snapshot'>): string {
  return `snapshot:${first}`;
}

/** Of the timer that ends snapshots at a time; one that is set anew has another target. */
export function expiryTarget(first: Key<'snapshot'>, at: number): string {
  return `snapshot-expiry:${first}:${at}`;
}

/** Of what takes the data of snapshots away that are gone. */
export function destroyTarget(first: Key<'snapshot'>): string {
  return `snapshot-data:${first}`;
}
