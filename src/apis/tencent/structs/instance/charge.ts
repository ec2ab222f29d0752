import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { ChargeType, Spot } from '#resources/instance/instance.ts';
import { string } from '#wire/builders.ts';
import { each, overlay } from '#wire/overlay.ts';
import { actionTimer } from '../../cvm/models/action-timer.ts';
import { instanceMarketOptionsRequest } from '../../cvm/models/instance-market-options-request.ts';
import type { InferIn } from '#wire/infer.ts';
import { instantOf } from '#wire/instants.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import { chargeTypeNames, chargeTypes } from './words.ts';

/** InstanceMarketOptions (struct texts of seed 004, L37296-37314, L39081-39102). */
export const marketAsked = overlay(instanceMarketOptionsRequest, {
  SpotOptions: {
    fields: {
      MaxPrice: { pattern: /^\d{1,9}(?:\.\d{1,9})?$/ },
      SpotInstanceType: { values: ['one-time'] },
    },
  },
  MarketType: { values: ['spot'] },
});

/** ActionTimer (struct text L35779-35825); a client that repeats an answer sends the last four. */
export const timerAsked = overlay(actionTimer, {
  TimerAction: { values: ['TerminateInstances'], default: 'TerminateInstances' },
  ...each(['Externals', 'ActionTimerId', 'Status'], { deprecated: true }),
  InstanceId: { empty: 'absent', deprecated: true },
});

export const chargeTypeGiven = string({ values: chargeTypeNames });
export const chargeTypeAsked = { ...chargeTypeGiven, default: 'POSTPAID_BY_HOUR' } as const;

type ChargeTypeAsked = InferIn<typeof chargeTypeAsked>;

/** How the instances are paid. CDCPAID is for dedicated clusters, of which nobody has one yet. */
export function chargeTypeOf(asked: ChargeTypeAsked): ChargeType {
  const chargeType = chargeTypes.find(asked);
  if (chargeType !== undefined) return chargeType;
  const message = `${asked} is for instances in a dedicated cluster alone.`;
  throw launchFaults.chargeTypeNotHere({ message });
}

/** The bid of a spot instance; without one it goes with the market (L8844). */
export function spotOf(
  chargeType: ChargeType,
  asked: InferIn<typeof marketAsked> | undefined,
): Spot | null {
  if (chargeType !== 'spot') {
    if (asked === undefined) return null;
    throw launchFaults.spotOptionsUnused();
  }
  const priceLimit = asked?.SpotOptions.MaxPrice ?? null;
  if (priceLimit !== null && Number(priceLimit) === 0) throw launchFaults.spotPriceTooLow();
  const strategy = priceLimit === null ? 'as-price-go' : 'price-limit';
  return { strategy, priceLimit, durationHours: 0, interruption: 'terminate' };
}

/** Both forms of the samples, as UTC (L17817, L16923, L35794). */
export function timerInstantOf(text: string): number | undefined {
  return instantOf(text, 'seconds') ?? instantOf(text, 'spaced');
}

const AHEAD_MS = 5 * 60_000;

/** When instances that are launched are released by themselves; cloud milliseconds. */
export function releaseAtOf(
  asked: InferIn<typeof timerAsked> | undefined,
  { now, isProtected }: { readonly now: number; readonly isProtected: boolean },
): number | null {
  if (asked === undefined) return null;
  if (isProtected) throw launchFaults.releaseTimeOfProtected();
  return actionTimeOf(asked, now);
}

/** When a timer acts, in cloud milliseconds: more than five minutes from now (L35794-35798). */
export function actionTimeOf({ ActionTime }: InferIn<typeof timerAsked>, now: number): number {
  if (ActionTime === undefined) {
    throw new ParameterFault(undefined, {
      constraint: 'missing',
      at: 'ActionTimer.ActionTime',
      problem: 'is missing',
    });
  }
  const at = timerInstantOf(ActionTime);
  if (at === undefined) throw launchFaults.releaseTimeMalformed();
  if (at > now + AHEAD_MS) return at;
  throw launchFaults.releaseTimeNotAllowed();
}
