import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { terminateNow } from '../../instance/terminate-now.ts';
import { dedicatedHostOf } from '../dedicated-host.ts';
import { removeHost } from '../remove.ts';
import { hostsByKeys } from '../table.ts';
import { instancesOn } from '../usage.ts';
import type { HostServices } from './services.ts';

export interface ReleaseHostInput {
  readonly key: Key<'dedicated-host'>;
  /** Cloud milliseconds. */
  readonly at: number;
}

const RETRY_MS = 60_000;
const LOOK_MS = 5_000;

/** Releases a host at a time to come, and first the instances that are on it then. */
export const releaseHostWorkflow = defineWorkflow<ReleaseHostInput, HostServices>()((step) => ({
  kind: 'dedicated-host.release-later',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step({
      name: 'release its instances',
      run({ input: { at }, now }) {
        return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
      },
      async commit(tx, { input, now }) {
        for (const instance of await instancesOfHost(tx, input.key)) {
          await terminateNow(tx, instance, now);
        }
      },
    }),
    step({
      name: 'release it',
      async run({ input, services: { store } }) {
        const left = await store.read((reader) => instancesOfHost(reader, input.key));
        return left.length > 0 ? { waitMs: LOOK_MS } : { done: undefined };
      },
      async commit(tx, { input }) {
        const row = await tx.first(hostsByKeys, { keys: [input.key] });
        if (row !== undefined) await removeHost(tx, dedicatedHostOf(row), 'in its release');
      },
    }),
  ],
}));

async function instancesOfHost(
  reader: Reader,
  key: Key<'dedicated-host'>,
): Promise<ReadonlyArray<Key<'instance'>>> {
  const row = await reader.first(hostsByKeys, { keys: [key] });
  if (row === undefined) return [];
  const host = dedicatedHostOf(row);
  return ((await instancesOn(reader, [host])).get(host.key) ?? []).map((one) => one.key);
}
