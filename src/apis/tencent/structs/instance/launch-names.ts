import { inWords } from '#apis/said.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import { string } from '#wire/builders.ts';
import { hostNameIssue, hostNamePattern, instanceNameCharactersMax, namePattern } from './names.ts';

/** InstanceName of RunInstances, its patterns counted as they are written (seed 004 L8748). */
export const instanceNameAsked = string({
  empty: 'absent',
  max: instanceNameCharactersMax,
  reasons: { length: launchFaults.nameTooLong },
});

/** HostName of RunInstances (L8798-8828). */
export const hostNameAsked = string({ empty: 'absent' });

/**
 * The names of a launch. The pattern is that of all instances asked for, so that a delivery of
 * fewer has the first of their names.
 */
export function namesOf(pattern: string | undefined, asked: number): LaunchRequest['names'] {
  return pattern === undefined ? null : namePattern(pattern, asked);
}

/** @throws WireFault where one of the host names would not be one */
export function hostNamesOf(
  pattern: string | undefined,
  options: { readonly windows: boolean; readonly count: number },
): LaunchRequest['hostNames'] {
  if (pattern === undefined) return null;
  const issue = hostNameIssue(pattern, options);
  if (issue !== undefined) {
    const message = `The HostName \`${pattern.slice(0, 64)}\` is not allowed: ${inWords(issue)}.`;
    throw launchFaults.hostNameMalformed({ message });
  }
  return hostNamePattern(pattern, options.count);
}
