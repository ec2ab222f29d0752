import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { startWorkflow } from '#workflow/start.ts';
import { instanceTarget } from '../../instance/timers.ts';
import { interfacesOfKeys } from '../by-keys.ts';
import { interfaceTarget } from '../targets.ts';
import { attachInterfaceWorkflow } from '../workflows/attachment.ts';

/** Attaches the interfaces of a launch to the machines that could be made. */
export async function attachPending(
  tx: Tx,
  keys: ReadonlyArray<Key<'network-interface'>>,
  { lost, now }: { readonly lost: ReadonlySet<string>; readonly now: number },
): Promise<void> {
  for (const { key, instance, state } of (await interfacesOfKeys(tx, keys)).values()) {
    if (instance === null || state !== 'attaching' || lost.has(instance)) continue;
    const [target, shares] = [interfaceTarget(key), [instanceTarget(instance)]];
    await startWorkflow(tx, attachInterfaceWorkflow, { target, shares, input: { key }, now });
  }
}
