import type { Key } from '#kernel/key.ts';
import { beginGrowth } from '../../disk/growth.ts';
import type { Disk } from '../../disk/disk.ts';
import { diskTarget } from '../../disk/targets.ts';
import type { Scope } from '../../scope.ts';
import { evenly } from '../../order/order.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { priceFaults } from '../../price/faults.ts';
import { addedSums } from '../../price/price.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import { takeStock } from '../stock.ts';
import { typeChangeFaults } from '../type-change-faults.ts';
import { holdRoom } from '../type-change-room.ts';
import { changeTypeWorkflow } from '../workflows/change-type.ts';
import { isUp, planTypeChange, type TypeAsked, type TypePlan } from './plan-type-change.ts';
import { typePrice } from './price-type-change.ts';

export interface TypeChange extends TypeAsked {
  readonly instance: Key<'instance'>;
  readonly region: string | null;
  /**
   * What becomes of an instance that runs: it is stopped for it and started again, or rebooted
   * after it, or runs on and has it after its next start.
   */
  readonly running: 'stop-and-start' | 'reboot' | 'as-it-is' | 'refuse';
  /** Whether it has to be stopped to have less of anything. */
  readonly shrinks?: 'stopped' | undefined;
  /** A disk of it that becomes larger as well. */
  readonly grow?: { readonly disk: Disk; readonly sizeGiB: number } | undefined;
  /** The category that its system disk becomes one of. */
  readonly systemCategory?: string | undefined;
}

/**
 * Makes an instance one of another type (seed 004 L19784). The room for it is booked at once; what
 * it has is given back when its machine has changed. One that is paid in advance pays the
 * difference for the rest of its time, or has it back.
 */
export const changeType = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    instanceFaults.quotaExceeded,
    typeChangeFaults.notHere,
    typeChangeFaults.stoppedInFamily,
    instanceTypeFaults.soldOut,
    priceFaults.tooLarge,
    planTypeChange,
    placeOrder,
    beginGrowth,
  ],
  async (scope: Scope, change: TypeChange): Promise<{ readonly order: string | null }> => {
    const { instance: key, running } = change;
    const message = scope.cloud.supply.lacks('machine-resize');
    if (message !== undefined) throw typeChangeFaults.notHere({ message });
    const [instance] = await requireInstances(scope, [key], change.region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireReady(instance, running);
    const plan = await planTypeChange(scope, instance, change);
    if (change.shrinks === 'stopped' && instance.state === 'running' && !isUp(plan)) {
      throw instanceFaults.wrongState({ instance: key, state: instance.state });
    }
    requireCharged(instance, plan);
    await takeRoom(scope, instance, plan);
    const order = await pay(scope, instance, plan);
    const { grow } = change;
    if (grow !== undefined) await beginGrowth(scope, grow.disk, grow.sizeGiB);
    const isStopped = instance.state === 'stopped';
    const power = isStopped || running === 'refuse' ? 'as-it-is' : running;
    const { name: type, cpu, memoryMiB } = plan.to;
    await begin(scope, instance, {
      operation: 'change-type',
      state: power === 'as-it-is' ? instance.state : stateDuring[power],
      workflow: changeTypeWorkflow,
      also: grow === undefined ? [] : [diskTarget(grow.disk.key)],
      input: {
        key,
        power,
        mode: 'soft-then-hard',
        type,
        cpu,
        memoryMiB,
        ...(order === null ? {} : { order }),
        ...(grow === undefined
          ? {}
          : { grown: { disk: grow.disk.key, fromGiB: grow.disk.sizeGiB } }),
        ...(change.systemCategory === undefined ? {} : { systemCategory: change.systemCategory }),
      },
    });
    return { order };
  },
);

const stateDuring = { 'stop-and-start': 'stopping', reboot: 'rebooting' } as const;

function requireReady(instance: Instance, running: TypeChange['running']): void {
  const { key, state } = instance;
  requireState(instance, 'change-type', 'change-type');
  requireIdle(instance, 'change-type');
  if (state === 'running' && running === 'refuse') {
    throw instanceFaults.wrongState({ instance: key, state });
  }
}

/** One that is stopped without charge has no room that it could change (L20130, L20136). */
function requireCharged(
  { key: instance, state, stopMode }: Instance,
  { from, to }: TypePlan,
): void {
  if (state !== 'stopped' || stopMode !== 'stop-charging') return;
  if (from.family !== to.family) throw instanceFaults.stoppedWithoutCharge({ instance });
  throw typeChangeFaults.stoppedInFamily({ instance, family: to.family });
}

async function takeRoom(scope: Scope, instance: Instance, { to }: TypePlan): Promise<void> {
  const { zone, chargeType: charge } = instance;
  const about = { type: to.name, zone, charge };
  const stocked = await takeStock(scope, about, { count: 1, countMin: 1 });
  if (stocked.count === 0) throw instanceTypeFaults.soldOut({ ...about, limit: stocked.limits });
  const held = await holdRoom(scope, instance, to);
  if ('host' in held) return;
  throw instanceTypeFaults.soldOut({ ...about, limit: 'host', reason: held.reason });
}

/** What is paid by the hour costs more or less from the next hour on. */
async function pay(scope: Scope, instance: Instance, plan: TypePlan): Promise<string | null> {
  if (instance.chargeType !== 'prepaid') return null;
  const { paid: microYuan } = addedSums([await typePrice(scope, instance, plan)]);
  const term = { from: scope.now, until: instance.expiresAt ?? scope.now };
  const lines = evenly([instance.key], microYuan, { term });
  const order = await placeOrder(scope, { kind: 'change-type', lines });
  return order.key;
}
