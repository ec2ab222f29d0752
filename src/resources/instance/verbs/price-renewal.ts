import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { disksOf } from '../../disk/disk.ts';
import { priceFaults } from '../../price/faults.ts';
import { diskLine, machineLines } from '../../price/lines.ts';
import { internetPrice, termPrice, type Price } from '../../price/price.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { launchFaults } from '../launch-faults.ts';
import { requirePaidTerm } from '../paid-term.ts';
import { requireInstances } from '../require.ts';

interface RenewalAsked {
  readonly key: string;
  readonly region: string;
  readonly months: number;
}

/**
 * What more months of an instance cost that is paid in advance: of its machine with its disks, and
 * of its way to the internet.
 */
export const priceRenewal = verb(
  [
    instanceFaults.notFound,
    instanceFaults.notPrepaid,
    instanceTypeFaults.notFound,
    launchFaults.periodNotSold,
    priceFaults.tooLarge,
  ],
  async (
    scope: ReadScope,
    { key, region, months }: RenewalAsked,
  ): Promise<{ readonly instance: Price; readonly internet: Price }> => {
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    if (instance.chargeType !== 'prepaid') throw instanceFaults.notPrepaid({ instance: key });
    const from = Math.max(instance.expiresAt ?? 0, scope.now);
    requirePaidTerm(from, { count: months, unit: 'month' });
    const type = scope.cloud.catalogue.instanceType(instance.type);
    if (type === undefined) throw instanceTypeFaults.notFound({ type: instance.type });
    const disks = (await disksOf(scope.db, [instance.key])).get(instance.key) ?? [];
    const lines = [...machineLines(type, 1), ...disks.map((disk) => diskLine(scope, disk, 1))];
    const prepaid = { period: months, unit: 'month', renewal: 'off', renewalPeriod: 1 } as const;
    return {
      instance: termPrice(scope, { region, lines }, prepaid),
      internet: internetPrice(scope, { region, count: 1, prepaid }, instance.internet),
    };
  },
);
