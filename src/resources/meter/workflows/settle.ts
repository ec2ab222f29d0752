import { HOUR_MS, hourEnd } from '#pricing/spot-market.ts';
import type { Store, Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { settleSome, type SettleServices, type Settlement } from '../settle-meters.ts';
import { nextMetered } from '../table.ts';

const RETRY_MS = 60_000;
const TARGET = 'settle';

/**
 * Charges all accounts for the hours that are over, each hour. Each part is a transaction of its
 * own that says how far it came, so whoever takes over goes on from there.
 */
export const settleWorkflow = defineWorkflow<object, SettleServices>()((step) => ({
  kind: 'meter.settle',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step({
      name: 'settle',
      async run({ services, now }) {
        await settleAll(services, now);
        return { done: undefined };
      },
      commit: (tx, { now }) => startSettlement(tx, now),
    }),
  ],
}));

/** Has the hours be charged for from the next one on; one workflow of the cloud does it. */
export async function startSettlement(tx: Tx, now: number): Promise<void> {
  const start = { target: TARGET, input: {}, now, dueAt: hourEnd(now) };
  await startWorkflow(tx, settleWorkflow, start);
}

async function settleAll(
  { store, configuration, hourPrice }: SettleServices,
  now: number,
): Promise<void> {
  const until = now - (now % HOUR_MS);
  const nextOf = (after: string) => store.read((reader) => reader.first(nextMetered, { after }));
  let found = await nextOf('');
  while (found !== undefined) {
    const { account } = found;
    await settleAccount(store, { account, now, until, hourPrice, cloud: { configuration } });
    found = await nextOf(account);
  }
}

async function settleAccount(store: Store, settlement: Settlement): Promise<void> {
  while (await store.write((tx) => settleSome(tx, settlement)));
}
