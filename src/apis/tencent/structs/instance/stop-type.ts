import type { StopRequest } from '#resources/instance/verbs/power.ts';
import { string } from '#wire/builders.ts';

/** StopType (seed 004 L14354-14362, L14611-14623). */
export const stopTypeNames = ['SOFT', 'HARD', 'SOFT_FIRST'] as const;

export const stopTypeAsked = string({ values: stopTypeNames });

/**
 * How to stop. The deprecated ForceStop and ForceReboot are today's SDK's: true is what SOFT_FIRST
 * says now.
 */
export function stopModeOf(
  type: (typeof stopTypeNames)[number] | undefined,
  forced: boolean | undefined,
): StopRequest['mode'] {
  if (type === undefined) return forced === true ? 'soft-then-hard' : 'soft';
  const modes = { SOFT: 'soft', HARD: 'hard', SOFT_FIRST: 'soft-then-hard' } as const;
  return modes[type];
}
