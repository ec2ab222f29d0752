import { hourEnd } from '#pricing/spot-market.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { nextAccountInArrears } from '../../ledger/arrears.ts';
import { settleAccount } from '../settle-account.ts';
import type { SettleServices } from '../settle-meters.ts';
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

/** Those that have something to be charged for, and those that may pay for it again. */
async function settleAll(services: SettleServices, now: number): Promise<void> {
  const { store } = services;
  const metered = async (after: string) =>
    (await store.read((reader) => reader.first(nextMetered, { after })))?.account;
  const inArrears = (after: string) => store.read((reader) => nextAccountInArrears(reader, after));
  for (const nextOf of [metered, inArrears]) {
    let account = await nextOf('');
    while (account !== undefined) {
      await settleAccount(services, { account, now });
      account = await nextOf(account);
    }
  }
}
