import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { paidTerm } from '../../instance/paid-term.ts';
import type { TryOrder } from '../../order/try-order.ts';
import { changeAddress } from '../change.ts';
import type { ElasticAddress } from '../elastic-address.ts';
import { monthsLine } from '../pay.ts';
import { dropAddress } from '../hold.ts';
import { removeAddresses } from '../remove.ts';
import { elasticAddressOf } from '../row.ts';
import { addressesByKeys } from '../table.ts';
import { addressExpiryTarget } from '../targets.ts';

interface ExpireInput {
  readonly key: Key<'elastic-address'>;
  /** Cloud milliseconds: the end of what was paid for. */
  readonly at: number;
}

const RETRY_MS = 60_000;

/**
 * At the end of what was paid for: renewed by a month where that was asked for, else released. A
 * renewal by hand sets the timer anew.
 */
export const expireAddressWorkflow = defineWorkflow<ExpireInput, { readonly tryOrder: TryOrder }>()(
  (step) => ({
    kind: 'elastic-address.expire',
    attemptsMax: forever,
    backoffMs: () => RETRY_MS,
    steps: [
      step({
        name: 'expire',
        run({ input: { at }, now }) {
          return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
        },
        async commit(tx, { input, now, services: { tryOrder } }) {
          const row = await tx.first(addressesByKeys, { keys: [input.key] });
          if (row === undefined) return;
          await expire(tx, elasticAddressOf(row), { at: input.at, now, tryOrder });
        },
      }),
    ],
  }),
);

/** Sets the timer of an address that is paid in advance; others need none. */
export async function scheduleAddressExpiry(
  { db, now }: { readonly db: Tx; readonly now: number },
  { key, expiresAt: at }: ElasticAddress,
): Promise<void> {
  if (at === null) return;
  const target = addressExpiryTarget(key);
  const dueAt = Math.max(at, now);
  await startWorkflow(db, expireAddressWorkflow, { target, input: { key, at }, now, dueAt });
}

async function expire(
  tx: Tx,
  address: ElasticAddress,
  { at, now, tryOrder }: { readonly at: number; readonly now: number; readonly tryOrder: TryOrder },
): Promise<void> {
  const { account } = address;
  if (address.prepaid?.renewal === 'auto') {
    const term = paidTerm(at, { count: 1, unit: 'month' }, address.renewalDay ?? undefined);
    const isPaid =
      term !== undefined &&
      (await tryOrder(tx, { account, now }, (scope) => {
        const lines = [monthsLine({ ...scope, now: at }, address, { months: 1 })];
        return { kind: 'renew', of: 'elastic-address', lines };
      }));
    if (term !== undefined && isPaid) {
      await scheduleAddressExpiry({ db: tx, now }, await changeAddress(tx, address, term));
      return;
    }
  }
  // Rules of a gateway name it: thrown, so that the engine comes back until they are gone.
  if (address.holder?.kind === 'nat-gateway') throw new Error('A NAT gateway has the address.');
  const free = address.holder === null ? address : await dropAddress({ db: tx, now }, address);
  await removeAddresses(tx, [free]);
}
