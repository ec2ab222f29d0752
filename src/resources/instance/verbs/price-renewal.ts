import type { Key } from '#kernel/key.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { disksOf } from '../../disk/disk.ts';
import type { OrderLine, Purchase } from '../../order/order.ts';
import { priceFaults } from '../../price/faults.ts';
import { diskLine, machineLinesOf, prepaidBandwidth } from '../../price/lines.ts';
import { addedSums, internetPrice, termPrice, type Price } from '../../price/price.ts';
import { pricesTogether } from '../../price/together.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { launchFaults } from '../launch-faults.ts';
import type { Prepaid } from '../instance.ts';
import { renewedFrom, requirePaidTerm } from '../paid-term.ts';
import { requireInstances, requireState } from '../require.ts';

interface RenewalAsked {
  readonly keys: readonly string[];
  readonly region: string | null;
  /** How long: so many months, or weeks. */
  readonly period: number;
  readonly unit: Prepaid['unit'];
  /** Whether data disks that are paid for themselves in advance are renewed as well. */
  readonly withElasticDisks?: boolean;
  /** Whether they have to be in a state in which they could be renewed now. */
  readonly renewable?: boolean;
}

interface RenewalPrice {
  readonly instance: Price;
  readonly internet: Price;
  /** What of it is whose. */
  readonly each: ReadonlyArray<{
    readonly key: Key<'instance'>;
    readonly instance: Price;
    readonly internet: Price;
    readonly bought: Purchase;
  }>;
}

/**
 * What more months of instances cost that are paid in advance, all together: of their machines with
 * their disks, and of their way to the internet.
 */
export const priceRenewal = verb(
  [
    instanceFaults.notFound,
    instanceFaults.mixedChargeTypes,
    instanceFaults.notPrepaid,
    instanceFaults.wrongState,
    instanceTypeFaults.notFound,
    launchFaults.periodNotSold,
    priceFaults.tooLarge,
    priceFaults.changeNotHere,
  ],
  async (
    scope: ReadScope,
    { keys, region, period, unit, withElasticDisks = false, renewable = false }: RenewalAsked,
  ): Promise<RenewalPrice> => {
    const instances = await requireInstances(scope, keys, region);
    if (new Set(instances.map(({ chargeType }) => chargeType)).size > 1) {
      throw instanceFaults.mixedChargeTypes();
    }
    const prepaid = { period, unit, renewal: 'off', renewalPeriod: 1 } as const;
    const disksByInstance = await disksOf(scope.db, keys);
    const prices = instances.map((instance) => {
      if (instance.chargeType !== 'prepaid') {
        throw instanceFaults.notPrepaid({ instance: instance.key });
      }
      if (renewable) requireState(instance, 'renew');
      const { from, day } = renewedFrom(instance, scope.now);
      const { expiresAt: until } = requirePaidTerm(from, { count: period, unit }, day);
      const type = scope.cloud.catalogue.instanceType(instance.type);
      if (type === undefined) throw instanceTypeFaults.notFound({ type: instance.type });
      const disks = (disksByInstance.get(instance.key) ?? []).filter(({ chargeType }) => {
        return chargeType === null || (withElasticDisks && chargeType === 'prepaid');
      });
      const machine = machineLinesOf(instance, type);
      const lines = [...machine, ...disks.map((disk) => diskLine(scope, disk, 1))];
      const { key, region: place, internet } = instance;
      const parts = [...lines, ...prepaidBandwidth(internet)];
      return {
        key,
        instance: termPrice(scope, { region: place, lines }, prepaid),
        internet: internetPrice(scope, { region: place, count: 1, prepaid }, internet),
        bought: { term: { from, until }, whole: { region: place, parts } },
      };
    });
    return {
      each: prices,
      instance: pricesTogether(prices.map((price) => price.instance)),
      internet: pricesTogether(prices.map((price) => price.internet)),
    };
  },
);

/** What it costs for each of them, in whole micro-yuan. */
export async function renewalLines(
  scope: ReadScope,
  asked: RenewalAsked,
): Promise<readonly OrderLine[]> {
  const { each } = await priceRenewal(scope, asked);
  return each.map(({ key, instance, internet, bought }) => ({
    resource: key,
    bought,
    microYuan: addedSums([instance, internet]).paid,
  }));
}
