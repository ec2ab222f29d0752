import type { Action } from '#wire/action.ts';

/**
 * Every action of the two older generations may be asked a hundred times a minute (seed 004
 * L40623, L50704).
 */
export const olderRatePerSecond = 100 / 60;

/** An action of API 3.0 as an older generation has it too: its page has not changed since. */
export function sameAs<A extends Action>(today: A): A {
  return { ...today, ratePerSecond: olderRatePerSecond };
}
