import type { Key } from '#kernel/key.ts';
import { mapConcurrent } from '#kernel/map-concurrent.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { unfreeze } from '../../ledger/freeze.ts';
import { attachPending } from '../../network-interface/verbs/attach-pending.ts';
import { endOperations } from '../../operation/operations.ts';
import { ended } from '../begin.ts';
import { meterInstances } from '../meter-instances.ts';
import { loadInstances, settle, settledAttemptsMax, specOf } from '../machine.ts';
import { changeState, finishLaunch } from '../table.ts';
import { instanceTarget } from '../timers.ts';
import type { InstanceServices } from './services.ts';
import { unlaunchWorkflow } from './unlaunch.ts';

export interface LaunchInput {
  /** Of one batch. */
  readonly keys: ReadonlyArray<Key<'instance'>>;
  readonly start: boolean;
  /** To be attached once the machines are there. */
  readonly interfaces?: ReadonlyArray<Key<'network-interface'>>;
  /** What of the account is frozen for each. */
  readonly hold?: Hold;
}

export interface Hold {
  readonly account: string;
  readonly eachMicroYuan: number;
}

/** A driver has limits of its own; these keep one batch from opening hundreds of connections. */
const CREATES_AT_ONCE = 32;

interface Booted {
  readonly failed: readonly Failed[];
}

interface Failed {
  readonly key: Key<'instance'>;
  readonly reason: string;
}

/**
 * Makes the machines of a batch: one row for all of them (D5). Those that fail are handed to a
 * workflow of their own, which takes them back and leaves LAUNCH_FAILED behind.
 */
export const launchWorkflow = defineWorkflow<LaunchInput, InstanceServices>()((step) => ({
  kind: 'instance.launch',
  attemptsMax: settledAttemptsMax,
  steps: [
    step<Booted>({
      name: 'boot',
      async run({ input, services, beganAt, now, attempt }) {
        const loaded = await loadInstances(services.store, input.keys);
        const failed: Failed[] = [];
        let waitMs = 0;
        const answers = await mapConcurrent(loaded, CREATES_AT_ONCE, async (one) => {
          const source = await services.sourceOf(one.instance.image);
          const spec = specOf(one, { boot: input.start, source });
          return services.driver.create(spec, { beganAt, now });
        });
        for (const [at, answer] of answers.entries()) {
          const settled = settle(answer, attempt);
          if (settled === 'done') continue;
          if ('waitMs' in settled) waitMs = Math.max(waitMs, settled.waitMs);
          else failed.push({ key: loaded[at]?.instance.key ?? '', reason: settled.failed });
        }
        return waitMs > 0 ? { waitMs } : { done: { failed } };
      },
      /** The machines are made, and boot. */
      async waiting(tx, { input: { keys, start } }) {
        if (start) await tx.run(changeState, { keys, from: 'creating', to: 'booting' });
      },
      async commit(tx, { input, now }, { failed }) {
        const lost = new Set(failed.map(({ key }) => key));
        const keys = input.keys.filter((key) => !lost.has(key));
        const to = input.start ? 'running' : 'stopped';
        const done = { kind: 'instance', resources: keys } as const;
        // At once: neither needs the answer of the other.
        await Promise.all([
          tx.run(finishLaunch, { keys, to }),
          endOperations(tx, done, ended(null, now)),
        ]);
        const { hold } = input;
        await meterInstances(tx, keys, { now, hold: hold?.eachMicroYuan ?? 0 });
        await attachPending(tx, input.interfaces ?? [], { lost, now });
        for (const each of failed) await unlaunch(tx, each, now);
        await dropHold(tx, hold, failed.length);
      },
    }),
  ],
  async failed(tx, { input, now }, { message }) {
    for (const key of input.keys) await unlaunch(tx, { key, reason: message }, now);
    await dropHold(tx, input.hold, input.keys.length);
  },
}));

async function dropHold(db: Tx, hold: Hold | undefined, count: number): Promise<void> {
  if (hold !== undefined) await unfreeze({ db, account: hold.account }, hold.eachMicroYuan * count);
}

async function unlaunch(tx: Tx, { key, reason }: Failed, now: number): Promise<void> {
  const input = { key, reason };
  await startWorkflow(tx, unlaunchWorkflow, { target: instanceTarget(key), input, now });
}
