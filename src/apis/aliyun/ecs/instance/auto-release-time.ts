import { launchFaults } from '#resources/instance/launch-faults.ts';

const FORM = /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?Z$/;
const CHARACTERS = 'yyyy-MM-ddTHH:mm:ssZ'.length;
const MINUTE_MS = 60_000;

/** The earliest release is so long after the request, the latest so many years (seed 001 L150). */
export const autoReleaseAfterMsMin = 30 * MINUTE_MS;
export const autoReleaseYearsMax = 3;

/**
 * Reads AutoReleaseTime, `yyyy-MM-ddTHH:mm:ssZ` in UTC, also without seconds as other ECS times
 * have it. Milliseconds since 1970 of the beginning of its minute (seconds other than 00 are
 * dropped, seed 001 L150), or undefined: InvalidAutoReleaseTime.Malformed.
 */
export function parseAutoReleaseTime(text: string): number | undefined {
  if (text.length > CHARACTERS) return undefined;
  const found = FORM.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const at = Date.UTC(year, month - 1, day, hour, minute);
  const date = new Date(at);
  // Date.UTC lets the 31st of June be the 1st of July, and moves the years 0 to 99.
  const exact = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exact && date.getUTCFullYear() === year ? at : undefined;
}

/**
 * Whether a release time (as parsed) lies between half an hour and three years after `nowMs`. Now
 * is taken at the beginning of its minute as well, so that half an hour from now is late enough.
 */
export function autoReleaseTimeIssue(at: number, nowMs: number): 'tooSoon' | 'tooLate' | undefined {
  const now = nowMs - (nowMs % MINUTE_MS);
  if (at < now + autoReleaseAfterMsMin) return 'tooSoon';
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + autoReleaseYearsMax);
  return at > latest.getTime() ? 'tooLate' : undefined;
}

/**
 * The release time that a request gives, in cloud milliseconds.
 * @throws launch.releaseTimeMalformed where it is none, launch.releaseTimeNotAllowed where it is
 * not between the two
 */
export function releaseTimeOf(text: string, nowMs: number): number {
  const at = parseAutoReleaseTime(text);
  if (at === undefined) throw launchFaults.releaseTimeMalformed();
  if (autoReleaseTimeIssue(at, nowMs) === undefined) return at;
  throw launchFaults.releaseTimeNotAllowed();
}
