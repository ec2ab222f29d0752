import type { StopRequest } from '#resources/instance/verbs/power.ts';
import { integer } from '#wire/builders.ts';

/** forceStop of StopInstances and RestartInstances (seed 004 L53301, L53374). */
export const forceStopAsked = integer({ default: 0, values: [0, 1] });

/** By force after the machine has not stopped by itself, as the prose has it (L53290, L53363). */
export function stopModeOf(forceStop: number): StopRequest['mode'] {
  return forceStop === 1 ? 'soft-then-hard' : 'soft';
}
