import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { time } from '#wire/builders.ts';

/** StartTime and EndTime, such as 2016-10-30: days of China (L30487, L31112-31130). */
export const periodDay = time({
  form: 'date',
  reasons: { missing: bandwidthFaults.periodMissing },
});

const CHINA_AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The first moment of the first day, and the first behind the last one, which is included. */
export function daysOf({
  from,
  until,
}: {
  readonly from: number | undefined;
  readonly until: number | undefined;
}): { readonly beginsAt: number | undefined; readonly endsAt: number | undefined } {
  return {
    beginsAt: from === undefined ? undefined : from - CHINA_AHEAD_MS,
    endsAt: until === undefined ? undefined : until - CHINA_AHEAD_MS + DAY_MS,
  };
}
