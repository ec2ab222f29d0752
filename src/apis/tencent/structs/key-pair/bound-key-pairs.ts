import type { WriteContext } from '#apis/context.ts';
import type { KeyPairsBound } from '#resources/instance/verbs/bind-key-pairs.ts';

/**
 * What is bound to what: one that runs is stopped by force for it, and then started again, or it is
 * refused (seed 004 L29009-29013).
 */
export function keyPairsBoundBy(
  { region }: WriteContext,
  input: {
    readonly InstanceIds: readonly string[];
    readonly KeyIds: readonly string[];
    readonly ForceStop?: boolean | undefined;
  },
): KeyPairsBound {
  return {
    instances: input.InstanceIds,
    keyPairs: input.KeyIds,
    region,
    running: input.ForceStop === true ? 'stop-and-start' : 'refuse',
    mode: 'hard',
    refusesWithoutCharge: true,
  };
}
