import type { Key } from '#kernel/key.ts';
import type { StopMode } from '#drivers/driver.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import { passwordPurpose } from '../launch-parts.ts';
import { requireInstances, requireState } from '../require.ts';
import { rescueFaults } from '../rescue-faults.ts';
import { enterRescueWorkflow, leaveRescueWorkflow } from '../workflows/rescue.ts';

export interface RescueNamed {
  readonly instance: Key<'instance'>;
  readonly region: string;
}

export interface RescueEntry extends RescueNamed {
  /** In clear; it is sealed before it is kept, and forgotten when the rescue system runs. */
  readonly password: string;
  readonly user?: string | undefined;
  /** How one that runs is stopped. */
  readonly mode: StopMode;
}

const refusals = [
  instanceFaults.notFound,
  instanceFaults.wrongState,
  instanceFaults.faulty,
  instanceFaults.inProgress,
] as const;

/**
 * Has a machine run a system of ours beside its own disks, so that its owner can repair what is on
 * them (seed 004 L17363). That system is made for x86 alone (L17561).
 */
export const enterRescue = verb(
  [...refusals, instanceFaults.stoppedWithoutCharge, rescueFaults.armMachine, rescueFaults.notHere],
  async (scope: Scope, request: RescueEntry): Promise<void> => {
    const { instance: key, region, password, user, mode } = request;
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireState(instance, 'enter-rescue', 'enter-rescue');
    const { state, stopMode, type } = instance;
    if (state === 'stopped' && stopMode === 'stop-charging') {
      throw instanceFaults.stoppedWithoutCharge({ instance: key });
    }
    const { catalogue, sealer, supply } = scope.cloud;
    if (catalogue.instanceType(type)?.architecture === 'arm64') {
      throw rescueFaults.armMachine({ instance: key });
    }
    const why = supply.lacks('rescue');
    if (why !== undefined) throw rescueFaults.notHere({ instance: key, why });
    const sealedPassword = sealer.seal(password, passwordPurpose);
    await begin(scope, instance, {
      operation: 'enter-rescue',
      state: 'entering-rescue',
      workflow: enterRescueWorkflow,
      input: {
        key,
        power: state === 'running' ? 'stop' : 'as-it-is',
        mode,
        login: { ...(user === undefined ? {} : { user }), sealedPassword },
      },
    });
  },
);

/** Ends rescue mode (L17599): the instance is stopped then, since no page says what it is. */
export const leaveRescue = verb(
  refusals,
  async (scope: Scope, { instance: key, region }: RescueNamed): Promise<void> => {
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireState(instance, 'leave-rescue', 'leave-rescue');
    await begin(scope, instance, {
      operation: 'leave-rescue',
      state: 'leaving-rescue',
      workflow: leaveRescueWorkflow,
      input: { key, power: 'as-it-is', mode: 'hard' },
    });
  },
);
