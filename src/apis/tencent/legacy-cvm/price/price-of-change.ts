import type { ReadContext } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { priceBandwidth } from '#resources/instance/verbs/price-bandwidth.ts';
import { priceResize } from '#resources/instance/verbs/price-growth.ts';
import { priceTypeChange } from '#resources/instance/verbs/price-type-change.ts';
import type { Price } from '#resources/price/price.ts';
import { pricesTogether } from '#resources/price/together.ts';
import { daysOf } from '../../structs/bandwidth/period-days.ts';
import { instanceOfPage } from '../bandwidth/bandwidth-asked.ts';
import { growth, typeWith } from '../instance/resize/resize-asked.ts';

const DAY_MS = 86_400_000;

interface Asked {
  readonly instanceType: number;
  readonly cpu?: number | undefined;
  readonly mem?: number | undefined;
  readonly storageSize?: number | undefined;
  readonly bandwidth: number;
  readonly bandwidthUpgradeStartTime?: number | undefined;
  readonly bandwidthUpgradeEndTime?: number | undefined;
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
}

interface Prices {
  readonly instance: Price;
  readonly internet: Price;
}

/**
 * What a change of an instance costs that is paid in advance: another size, as ResizeInstance makes
 * it (seed 004 L53800), or bandwidth for some days, as UpdateInstanceBandwidth gives it (L53827).
 */
export async function priceOfChange(
  context: ReadContext,
  key: string,
  asked: Asked,
): Promise<Prices> {
  const nothing = { by: 'nothing' } as const;
  const { startTime: from, endTime: until, bandwidth: mbps } = asked;
  if (asked.instanceType === 5) {
    if (from === undefined || until === undefined) throw bandwidthFaults.periodMissing();
    const internet = await bandwidthPrice(context, key, { mbps, ...daysOf({ from, until }) });
    return { instance: nothing, internet };
  }
  const { bandwidthUpgradeStartTime: begin, bandwidthUpgradeEndTime: end } = asked;
  if (mbps > 0 && (begin === undefined || end === undefined)) throw bandwidthFaults.periodMissing();
  // The bandwidth of before is back as the last day begins (L54123).
  const days = daysOf({ from: begin, until: end === undefined ? undefined : end - DAY_MS });
  return {
    instance: await sizePrice(context, key, asked),
    internet: mbps > 0 ? await bandwidthPrice(context, key, { mbps, ...days }) : nothing,
  };
}

async function sizePrice(context: ReadContext, key: string, asked: Asked): Promise<Price> {
  const { region } = context;
  const instance = await instanceOfPage(context, { key, mbps: 0, paid: 'in advance' });
  const prices: Price[] = [];
  const type = typeWith(instance, asked);
  if (type !== undefined) {
    const change = { instance: key, region, type, family: 'the same', way: 'up' } as const;
    prices.push(await priceTypeChange(context, change));
  }
  if ((asked.storageSize ?? 0) > 0) {
    const grown = await growth(context, key, asked.storageSize ?? 0);
    prices.push(await priceResize(context, { instance: key, region, ...grown }));
  }
  return pricesTogether(prices);
}

async function bandwidthPrice(
  context: ReadContext,
  key: string,
  { mbps, ...days }: { readonly mbps: number } & ReturnType<typeof daysOf>,
): Promise<Price> {
  const { region } = context;
  const { internet } = await instanceOfPage(context, { key, mbps, paid: 'in advance' });
  const during = internet.chargeType === 'bandwidth-prepaid' ? days : {};
  return priceBandwidth(context, { keys: [key], region, outMbps: mbps, ...during });
}
