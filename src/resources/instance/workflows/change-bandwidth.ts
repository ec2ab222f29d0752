import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { takeOrdinaryAddress } from '../../elastic-address/ordinary.ts';
import { mbpsAt, mostBetween, nextChange, periodsOf } from '../../bandwidth/periods.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import { instancesByKeys } from '../table.ts';
import { bandwidthTarget } from '../timers.ts';
import type { InstanceServices } from './services.ts';

export interface ChangeBandwidthInput {
  readonly key: Key<'instance'>;
  /** Cloud milliseconds: when a period begins or ends. */
  readonly at: number;
}

const RETRY_MS = 60_000;

/**
 * When a period of bandwidth begins or ends (seed 004 L31072): what is paid for then is what the
 * instance has, until the next begins or ends.
 */
export const changeBandwidthWorkflow = defineWorkflow<ChangeBandwidthInput, InstanceServices>()(
  (step) => ({
    kind: 'instance.change-bandwidth',
    attemptsMax: forever,
    backoffMs: () => RETRY_MS,
    steps: [
      step({
        name: 'change',
        run({ input: { at }, now }) {
          return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
        },
        async commit(tx, { input: { key }, now }) {
          await change(tx, key, now);
        },
      }),
    ],
  }),
);

async function change(tx: Tx, key: Key<'instance'>, now: number): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [key] });
  if (row === undefined || row.internet_charge_type !== 'bandwidth-prepaid') return;
  const instance = instanceOf(row);
  const periods = await periodsOf(tx, instance);
  const outMbps = mbpsAt(periods, now);
  if (outMbps !== instance.internet.outMbps) {
    const internet = { ...instance.internet, outMbps, inMbps: outMbps };
    await changeInstance(tx, instance, { internet, meteredAt: now });
    // The address is kept for a period that is still to come.
    const ever = mostBetween(periods, now, Number.MAX_SAFE_INTEGER);
    if (ever === 0) await takeOrdinaryAddress(tx, instance);
  }
  await scheduleBandwidth(tx, { key, at: nextChange(periods, now), now });
}

/** Sets the timer of what begins or ends next. */
export async function scheduleBandwidth(
  tx: Tx,
  { key, at, now }: { readonly key: string; readonly at: number | undefined; readonly now: number },
): Promise<void> {
  if (at === undefined) return;
  const target = bandwidthTarget(key);
  await startWorkflow(tx, changeBandwidthWorkflow, { target, input: { key, at }, now, dueAt: at });
}
