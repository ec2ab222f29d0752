import type { StopMode } from '#drivers/driver.ts';
import type { Scope } from '../../scope.ts';
import { relinkKeyPairs } from '../../key-pair/links.ts';
import { verb } from '../../verb.ts';
import { begin, inKeyOrder } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { GuestWish } from '../guest.ts';
import type { Instance, Operation } from '../instance.ts';
import { passwordPurpose } from '../launch-parts.ts';
import { linksOf } from '../links.ts';
import { requireInstances, requireState } from '../require.ts';
import type { InstanceState } from '../states.ts';
import { changeGuestWorkflow } from '../workflows/change-guest.ts';
import type { ChangeGuestInput } from '../workflows/change-guest.ts';
import type { InstanceSelector } from './power.ts';

export interface GuestChangeRequest extends InstanceSelector {
  readonly operation: Operation;
  readonly wish: Omit<GuestWish, 'sealedPassword'>;
  /** In clear; it is sealed before it is kept. */
  readonly password?: string;
  /** What becomes of those that run; one that is stopped stays so. */
  readonly running: Exclude<ChangeGuestInput['power'], 'start' | 'stop'> | 'refuse';
  /** How a running one is stopped or rebooted. */
  readonly mode: StopMode;
  /** Whether one that is stopped without charge is refused: its machine is given up meanwhile. */
  readonly refusesWithoutCharge?: boolean;
}

const STATE_DURING: Readonly<Record<ChangeGuestInput['power'], InstanceState | null>> = {
  'as-it-is': null,
  'stop-and-start': 'stopping',
  stop: 'stopping',
  start: 'starting',
  reboot: 'rebooting',
};

/**
 * Changes the guests of instances: all of them, or none (seed 004 L15369, L15651, L29009). Those
 * that run are stopped for it and started again, rebooted after it, changed as they are, or
 * refused.
 */
export const changeGuests = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
  ],
  async (scope: Scope, request: GuestChangeRequest) => {
    const instances = await requireInstances(scope, request.keys, request.region);
    for (const instance of instances) requireChangeable(instance, request);
    const wish = wishOf(scope, request);
    const linkedBefore = await relink(scope, wish, instances);
    for (const instance of inKeyOrder(instances)) {
      const power = instance.state === 'running' ? powerOf(request) : 'as-it-is';
      await begin(scope, instance, {
        operation: request.operation,
        state: STATE_DURING[power] ?? instance.state,
        workflow: changeGuestWorkflow,
        input: {
          key: instance.key,
          wish,
          power,
          mode: request.mode,
          keyPairsBefore: linkedBefore(instance.key),
        },
      });
    }
  },
);

function requireChangeable(instance: Instance, request: GuestChangeRequest): void {
  const { key, state, stopMode } = instance;
  requireState(instance, 'configure', request.operation);
  if (state === 'running' && request.running === 'refuse') {
    throw instanceFaults.wrongState({ instance: key, state });
  }
  const isGivenUp = state === 'stopped' && stopMode === 'stop-charging';
  if (isGivenUp && request.refusesWithoutCharge === true) {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
}

/**
 * The instances show their key pairs at once, so that none of these is deleted meanwhile. Answers
 * which each had before.
 */
async function relink(
  { db }: Scope,
  { keyPairs }: GuestWish,
  instances: readonly Instance[],
): Promise<(instance: string) => readonly string[]> {
  if (keyPairs === undefined) return () => [];
  const keys = instances.map(({ key }) => key);
  const before = await linksOf(db, keys);
  await relinkKeyPairs(
    db,
    keys,
    keyPairs.map(({ key }) => key),
  );
  return (instance) => before(instance).keyPairs.map(({ key }) => key);
}

function powerOf({ running }: GuestChangeRequest): ChangeGuestInput['power'] {
  return running === 'refuse' ? 'as-it-is' : running;
}

function wishOf({ cloud }: Scope, { wish, password }: GuestChangeRequest): GuestWish {
  if (password === undefined) return wish;
  return { ...wish, sealedPassword: cloud.sealer.seal(password, passwordPurpose) };
}
