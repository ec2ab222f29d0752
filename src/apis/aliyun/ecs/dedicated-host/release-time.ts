import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { autoReleaseTimeIssue, parseAutoReleaseTime } from '../instance/auto-release-time.ts';

/**
 * AutoReleaseTime of a host in cloud milliseconds: half an hour to three years from now.
 * @throws dedicated-host.releaseTimeNotAllowed
 */
export function releaseTime(text: string, now: number): number {
  const at = parseAutoReleaseTime(text);
  if (at !== undefined && autoReleaseTimeIssue(at, now) === undefined) return at;
  throw dedicatedHostFaults.releaseTimeNotAllowed();
}
