import type { Key } from '#kernel/key.ts';
import type { PriceLine } from '#pricing/quote.ts';
import { disksOf, type InstanceDisk } from '../../disk/disk.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import type { Purchase } from '../../order/order.ts';
import { priceFaults } from '../../price/faults.ts';
import { diskLine, machineLinesOf, prepaidBandwidth } from '../../price/lines.ts';
import { hourlyPrice, internetPrice, termPrice, type Price } from '../../price/price.ts';
import { pricesTogether } from '../../price/together.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Instance } from '../instance.ts';
import { launchFaults } from '../launch-faults.ts';
import { requirePaidTerm } from '../paid-term.ts';
import { internetAfter, planChargeChange, type ChargeChange } from './plan-charge-change.ts';

interface OnePrice {
  readonly instance: Price;
  readonly internet: Price;
}

export interface ChargePrice extends OnePrice {
  /** What of it is whose. */
  readonly each: ReadonlyArray<
    OnePrice & { readonly key: Key<'instance'>; readonly bought: Purchase | null }
  >;
}

/** What instances cost that are paid in another way from now on, all together. */
export const priceChargeChange = verb(
  [planChargeChange, instanceTypeFaults.notFound, launchFaults.periodNotSold, priceFaults.tooLarge],
  async (scope: ReadScope, change: ChargeChange): Promise<ChargePrice> => {
    const { prepaid } = change;
    const { now } = scope;
    const term =
      prepaid === null ? null : requirePaidTerm(now, { count: prepaid.period, unit: prepaid.unit });
    const instances = await planChargeChange(scope, change);
    const keys = instances.map(({ key }) => key);
    const disks = await disksOf(scope.db, keys);
    const prices = instances.map((instance) => {
      const { key, region } = instance;
      const { parts, ...price } = priceOf(scope, { instance, disks: disks.get(key) ?? [] }, change);
      const whole = { region, parts };
      const bought = term && { term: { from: now, until: term.expiresAt }, whole };
      return { key, ...price, bought };
    });
    return {
      each: prices,
      instance: pricesTogether(prices.map((price) => price.instance)),
      internet: pricesTogether(prices.map((price) => price.internet)),
    };
  },
);

function priceOf(
  scope: ReadScope,
  { instance, disks }: { readonly instance: Instance; readonly disks: readonly InstanceDisk[] },
  change: ChargeChange,
): OnePrice & { readonly parts: readonly PriceLine[] } {
  const { region } = instance;
  const { prepaid, dataDisks } = change;
  const type = scope.cloud.catalogue.instanceType(instance.type);
  if (type === undefined) throw instanceTypeFaults.notFound({ type: instance.type });
  const paid = disks.filter(({ role, chargeType }) => {
    if (role === 'system') return true;
    if (dataDisks === 'by the hour') return prepaid === null && chargeType === null;
    return chargeType === null || dataDisks !== 'elastic stay';
  });
  const lines = [
    ...machineLinesOf(instance, type),
    ...paid.map((disk) => diskLine(scope, disk, 1)),
  ];
  const priced = { region, lines };
  const internet = internetAfter(instance, change);
  return {
    instance: prepaid === null ? hourlyPrice(scope, priced) : termPrice(scope, priced, prepaid),
    internet: internetPrice(scope, { region, count: 1, prepaid }, internet),
    parts: [...lines, ...prepaidBandwidth(internet)],
  };
}
