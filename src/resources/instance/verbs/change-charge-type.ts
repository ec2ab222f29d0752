import { cancelWorkflows } from '#workflow/cancel.ts';
import { forgetPeriods } from '../../bandwidth/periods.ts';
import { attachedDisks } from '../../disk/growth.ts';
import { changeDiskCharge } from '../../disk/verbs/pay-disks.ts';
import { payWithInstance } from '../../disk/verbs/pay-with-instance.ts';
import type { OrderLine } from '../../order/order.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { addedSums } from '../../price/price.ts';
import { closeLines, linesBack } from '../../order/verbs/share-back.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { doneAtOnce, inKeyOrder } from '../begin.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import type { ChargeType, Instance } from '../instance.ts';
import { launchFaults } from '../launch-faults.ts';
import { requirePaidTerm } from '../paid-term.ts';
import { returnQuota, takeQuota } from '../quotas.ts';
import { setExpiry } from '../set-expiry.ts';
import { bandwidthTarget, expiryTarget } from '../timers.ts';
import { internetAfter, planChargeChange, type ChargeChange } from './plan-charge-change.ts';
import { priceChargeChange } from './price-charge-change.ts';
import { chargeRefunds } from './price-refund.ts';

/**
 * Has instances paid in another way from now on (seed 004 L16005): in advance for a term that
 * begins now, or by the hour, which gives back what is left of the term.
 */
export const changeChargeType = verb(
  [
    planChargeChange,
    priceChargeChange,
    chargeRefunds,
    instanceFaults.quotaExceeded,
    launchFaults.periodNotSold,
    changeDiskCharge,
    payWithInstance,
    placeOrder,
  ],
  async (scope: Scope, change: ChargeChange): Promise<{ readonly order: string }> => {
    const lines = await linesOf(scope, change);
    const instances = await planChargeChange(scope, change);
    for (const instance of inKeyOrder(instances)) await changeOne(scope, instance, change);
    const order = await placeOrder(scope, {
      kind: 'change-charge-type',
      lines,
    });
    return { order: order.key };
  },
);

/** What a term costs that is bought, or less than nothing: what is left of the terms. */
async function linesOf(scope: Scope, change: ChargeChange): Promise<readonly OrderLine[]> {
  if (change.prepaid === null) {
    const withElasticDisks = change.dataDisks === 'elastic follow';
    const refunds = await chargeRefunds(scope, { ...change, withElasticDisks });
    const shares = refunds.flatMap((refund) => refund.shares);
    await closeLines(
      scope,
      shares.map(({ key }) => key),
    );
    return linesBack(shares);
  }
  const { each } = await priceChargeChange(scope, change);
  return each.map(({ key, instance, internet, bought }) => ({
    resource: key,
    ...(bought === null ? {} : { bought }),
    microYuan: addedSums([instance, internet]).paid,
  }));
}

async function changeOne(scope: Scope, instance: Instance, change: ChargeChange): Promise<void> {
  const { db, now } = scope;
  const { key } = instance;
  const { prepaid } = change;
  const chargeType: ChargeType = prepaid === null ? 'postpaid' : 'prepaid';
  await takeQuota(scope, { ...instance, chargeType }, 1);
  await returnQuota(db, instance, 1);
  const internet = internetAfter(instance, change);
  if (instance.internet.chargeType === 'bandwidth-prepaid') {
    await forgetPeriods(db, key);
    await cancelWorkflows(db, [bandwidthTarget(key)]);
  }
  const term =
    prepaid === null
      ? { expiresAt: null, renewalDay: null }
      : requirePaidTerm(now, { count: prepaid.period, unit: prepaid.unit });
  await changeInstance(db, instance, {
    ...term,
    chargeType,
    prepaid,
    internet,
    operation: doneAtOnce(scope, 'change-charge-type'),
  });
  if (term.expiresAt === null) await cancelWorkflows(db, [expiryTarget(key)]);
  else await setExpiry(scope, key, term.expiresAt);
  await changeDisks(scope, { ...instance, ...term, chargeType, prepaid }, change);
}

async function changeDisks(scope: Scope, instance: Instance, change: ChargeChange): Promise<void> {
  const { dataDisks, prepaid } = change;
  const disks = (await attachedDisks(scope, instance)).filter(({ role }) => role === 'data');
  if (dataDisks === 'elastic stay') return;
  if (dataDisks !== 'elastic follow') {
    // Only a term in advance has disks besides that are paid in another way.
    if (prepaid === null) return;
    const hourly = disks.filter(({ chargeType }) => chargeType !== 'prepaid');
    const keys = hourly.map(({ key }) => key);
    return payWithInstance(scope, { keys, instance, pays: dataDisks });
  }
  const others = prepaid === null ? 'prepaid' : 'postpaid';
  const keys = disks.filter(({ chargeType }) => chargeType === others).map(({ key }) => key);
  await changeDiskCharge(scope, { keys, region: null, prepaid });
}
