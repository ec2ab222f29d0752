import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { ReadScope } from '#resources/scope.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { spotShareAt } from '#resources/price/spot.ts';

type Unit = 'Hour' | 'Week' | 'Month' | 'Year';

/** The longest Period of each PriceUnit (today's SDK). */
const periodsMax: Readonly<Record<Unit, number>> = { Hour: 1, Week: 4, Month: 9, Year: 5 };

/**
 * The term that Period and PriceUnit mean. A spot price is by the hour, so the strategy has no
 * effect on other terms; of disks alone there is no other price than by the hour.
 * @throws launch.periodNotSold, price.unitUnknown
 */
export function termOf({
  Period: period,
  PriceUnit: unit,
  SpotStrategy: strategy,
  ResourceType: type,
}: {
  readonly Period: number;
  readonly PriceUnit: Unit;
  readonly SpotStrategy: string;
  readonly ResourceType: string;
}) {
  if (type === 'bandwidth') return { by: 'use' } as const;
  if (period > periodsMax[unit]) {
    const message = `With PriceUnit ${unit} the Period is 1 to ${periodsMax[unit]}.`;
    throw launchFaults.periodNotSold({ message });
  }
  if (unit !== 'Hour' && type === 'disk') {
    throw priceFaults.unitUnknown({
      message: 'Disks have a price by the hour: PriceUnit is Hour.',
    });
  }
  if (unit === 'Week') return { by: 'week', weeks: period } as const;
  if (unit === 'Month') return { by: 'month', months: period } as const;
  if (unit === 'Year') return { by: 'month', months: 12 * period } as const;
  if (strategy === 'NoSpot' || type !== 'instance') return { by: 'hour', step: 0 } as const;
  return { by: 'spot-hour' } as const;
}

/** An hour of a spot instance at the price of the market in its zone, where that is named. */
export function spotTermOf(
  scope: ReadScope,
  term: ReturnType<typeof termOf>,
  asked: { readonly InstanceType?: string | undefined; readonly ZoneId?: string | undefined },
): ReturnType<typeof termOf> | { readonly by: 'spot-hour'; readonly share: number } {
  const { InstanceType: type, ZoneId: zone } = asked;
  if (term.by !== 'spot-hour' || type === undefined || zone === undefined) return term;
  return { ...term, share: spotShareAt(scope, { type, zone, at: scope.now }, scope.now) };
}
