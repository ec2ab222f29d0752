import { statement } from '#store/statement.ts';
import type { InstanceRow } from '#store/schema/instance.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Tx } from '#store/store.ts';
import { endArrears, inArrearsSince } from '../../ledger/arrears.ts';
import type { Ledger, Opening } from '../../ledger/books.ts';
import type { ArrearsRules } from '../arrears-rule.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { instanceTarget, recycleTarget } from '../timers.ts';
import { isolateWorkflow } from '../workflows/isolate.ts';

/** Whose arrears are looked at; `now` is the time up to which the account has been charged. */
export interface Review extends Ledger, Opening {
  readonly arrearsRule: ArrearsRules;
}

interface Page {
  readonly account: string;
  readonly after: number;
}

const PAGE = 500;

const stoppable = statement<Page>()((db, p) =>
  db
    .selectFrom('instances')
    .selectAll()
    .where('account', '=', p.account)
    .where('charge_type', 'in', ['postpaid', 'spot'])
    .where('state', 'in', ['running', 'stopped', 'rescue'])
    .where('isolated_by', 'is', null)
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(PAGE),
);

const isolated = statement<Page>()((db, p) =>
  db
    .selectFrom('instances')
    .selectAll()
    .where('account', '=', p.account)
    .where('isolated_by', '=', 'arrears')
    .where('seq', '>', p.after)
    .orderBy('seq')
    .limit(PAGE),
);

/**
 * Stops what an account does not pay for once its time of grace is over, and has it come back when
 * the balance is no longer below nothing, as the vendor of each says.
 */
export async function reviewArrears(review: Review): Promise<void> {
  const { db, account, now, arrearsRule } = review;
  const since = await inArrearsSince(review);
  if (since === null) {
    if (await comeBack(review)) await endArrears(db, account);
    return;
  }
  for await (const row of rowsOf(db, stoppable, account)) {
    const rule = arrearsRule(row.launched_by);
    if (now >= since + rule.graceMs) await isolate(db, instanceOf(row), { now, ...rule });
  }
}

/** Has what was stopped come back; false where some is on its way into the bin. */
async function comeBack({ db, account, now, arrearsRule }: Review): Promise<boolean> {
  let isAll = true;
  for await (const row of rowsOf(db, isolated, account)) {
    if (arrearsRule(row.launched_by).comesBack === 'when asked') continue;
    if (row.state === 'recycled') await takeOut(db, instanceOf(row), now);
    else isAll = row.state === 'terminating' && isAll;
  }
  return isAll;
}

/** Takes an instance that was stopped for arrears out of the bin: stopped, and it costs again. */
export async function takeOut(tx: Tx, instance: Instance, now: number): Promise<void> {
  await cancelWorkflows(tx, [recycleTarget(instance.key)]);
  await changeInstance(tx, instance, {
    state: 'stopped',
    isolatedBy: null,
    stopMode: 'keep-charging',
    meteredAt: now,
  });
}

/** It costs nothing from then on. One that is in the middle of something is stopped later. */
async function isolate(
  tx: Tx,
  instance: Instance,
  { now, keptMs }: { readonly now: number; readonly keptMs: number },
): Promise<void> {
  const { key } = instance;
  const input = { key, by: 'arrears', releaseAt: now + keptMs } as const;
  const start = { target: instanceTarget(key), input, now };
  if ((await startWorkflow(tx, isolateWorkflow, start)) === 'busy') return;
  await changeInstance(tx, instance, {
    state: 'stopping',
    isolatedBy: 'arrears',
    meteredAt: now,
  });
}

async function* rowsOf(tx: Tx, of: typeof stoppable, account: string): AsyncGenerator<InstanceRow> {
  let rows = await tx.all(of, { account, after: 0 });
  while (rows.length > 0) {
    yield* rows;
    rows = await tx.all(of, { account, after: rows.at(-1)?.seq ?? 0 });
  }
}
