import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { setHostState, stateOfHost } from './table.ts';

/** The state of a host; undefined where there is none of that name in the zones in use. */
export async function hostState(tx: Tx, key: Key<'host'>) {
  return (await tx.first(stateOfHost, { key }))?.state;
}

/** Lets a host take nothing new, or takes that back. */
export async function markHost(tx: Tx, key: Key<'host'>, state: 'up' | 'failing'): Promise<void> {
  await tx.run(setHostState, { key, state });
}
