import type { PriceLine, Term } from '#pricing/quote.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { priceFaults } from '../../price/faults.ts';
import {
  bandwidthLine,
  diskLine,
  machineLines,
  prepaidBandwidth,
  throughputLines,
} from '../../price/lines.ts';
import { instancePrice, internetPrice, type Price, quoted } from '../../price/price.ts';
import { spotShareAt } from '../../price/spot.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { launchFaults } from '../launch-faults.ts';
import type { LaunchRequest } from '../launch-request.ts';
import { requirePaidTerm } from '../paid-term.ts';
import { requireQuota } from '../quotas.ts';
import { stockReader } from '../stock.ts';
import { type LaunchPlan, type Offer, planLaunch } from './plan-launch.ts';

/** What a launch costs: its instances with their disks, and their way to the internet. */
export interface LaunchPrice {
  readonly offer: Offer;
  /** Of all instances of the launch; its quotes have the machine's line first, then its disks'. */
  readonly instance: Price;
  readonly internet: Price;
}

/**
 * The price of a launch. What the launch would be refused for is refused here too, as far as it can
 * be told without booking: what it names, the quota and the stock.
 */
export const priceLaunch = verb(
  [
    planLaunch,
    launchFaults.periodNotSold,
    instanceFaults.quotaExceeded,
    instanceFaults.zoneSoldOut,
    instanceTypeFaults.soldOut,
    priceFaults.tooLarge,
  ],
  async (scope: ReadScope, request: LaunchRequest): Promise<LaunchPrice> => {
    const plan = await planLaunch(scope, request);
    const { prepaid } = request;
    if (prepaid !== null) {
      requirePaidTerm(scope.now, { count: prepaid.period, unit: prepaid.unit });
    }
    const offer = await offerLeft(scope, request, plan);
    return { offer, ...launchPrices(scope, request, { plan, offer }) };
  },
);

/** What the instances of a launch cost where they go to an offer of its plan. */
export function launchPrices(
  scope: ReadScope,
  request: LaunchRequest,
  { plan, offer }: Placed,
): Pick<LaunchPrice, 'instance' | 'internet'> {
  const { region, count, prepaid, internet } = request;
  const lines = linesOf(scope, request, { plan, offer });
  const at = { zone: offer.zone, type: offer.type.name, at: scope.now };
  const spotShare = spotShareAt(scope, at, scope.now);
  const { chargeType } = request;
  return {
    instance: instancePrice(scope, { region, lines, spotShare }, { chargeType, prepaid }),
    internet: internetPrice(scope, { region, count, prepaid }, internet),
  };
}

interface Placed {
  readonly plan: LaunchPlan;
  readonly offer: Offer;
}

function linesOf(
  scope: ReadScope,
  { systemDisk, dataDisks, count }: LaunchRequest,
  { plan, offer }: Placed,
): readonly PriceLine[] {
  const system = { ...systemDisk, sizeGiB: plan.systemDiskGiB };
  const disks = [system, ...dataDisks].flatMap((disk) => [
    diskLine(scope, { ...disk, sizeGiB: disk.sizeGiB ?? 0 }, count),
    ...throughputLines(disk.throughput, count),
  ]);
  const machines = plan.dedicated === null ? machineLines(offer.type, count) : [];
  return [...machines, ...disks];
}

/** What is paid for in advance with one instance of a launch. */
export function launchParts(
  scope: ReadScope,
  request: LaunchRequest,
  placed: Placed,
): readonly PriceLine[] {
  const one = linesOf(scope, { ...request, count: 1 }, placed);
  return [...one, ...prepaidBandwidth(request.internet)];
}

/** What an hour of one instance of a launch costs of all that is paid by the hour, micro-yuan. */
export function launchHour(scope: ReadScope, request: LaunchRequest, placed: Placed): number {
  const { region, chargeType, internet } = request;
  const { type, zone } = placed.offer;
  const hour = (lines: readonly PriceLine[], term: Term): number =>
    lines.length === 0 ? 0 : quoted(scope, { region, lines, term }).paid;
  const byHour = { by: 'hour', step: 0 } as const;
  const isHourly = internet.chargeType === 'bandwidth-hourly' && internet.outMbps > 0;
  const bandwidth = isHourly ? hour([bandwidthLine(internet.outMbps, 1)], byHour) : 0;
  // A host of one's own costs in the place of the machines on it.
  if (chargeType === 'prepaid' || chargeType === 'dedicated-host') return bandwidth;
  const lines = linesOf(scope, { ...request, count: 1 }, placed);
  if (chargeType !== 'spot') return bandwidth + hour(lines, byHour);
  const share = spotShareAt(scope, { zone, type: type.name, at: scope.now }, scope.now);
  return bandwidth + hour(lines, { by: 'spot-hour', share });
}

/** The first offer of which there are enough left; the refusal is that of the first. */
async function offerLeft(
  scope: ReadScope,
  request: LaunchRequest,
  { offers }: LaunchPlan,
): Promise<Offer> {
  const { region, chargeType: charge, count } = request;
  const left = await stockReader(scope);
  const enough = offers.find(({ zone, type }) => {
    return left({ zone, type: type.name, charge }, count).count >= request.countMin;
  });
  const offer = enough ?? offers[0];
  if (offer === undefined) throw instanceFaults.zoneSoldOut({ limit: 'host' });
  const { zone, type } = offer;
  await requireQuota(scope, { region, zone, chargeType: charge, cpu: type.cpu }, count);
  if (enough !== undefined) return enough;
  const about = { zone: offer.zone, type: offer.type.name };
  const { count: some, limits } = left({ ...about, charge }, count);
  if (some === 0 && limits === 'zone') {
    throw instanceFaults.zoneSoldOut({ zone: offer.zone, limit: 'zone' });
  }
  throw instanceTypeFaults.soldOut({ ...about, charge, limit: limits, reason: 'stock' });
}
