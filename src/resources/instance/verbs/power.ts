import type { Key } from '#kernel/key.ts';
import type { StopMode } from '#drivers/driver.ts';
import { takeWorkflow } from '#workflow/cancel.ts';
import { bidSuffices, spotHour } from '../../price/spot.ts';
import type { Scope } from '../../scope.ts';
import { endEvents } from '../../system-event/change-event.ts';
import type { SystemEvent } from '../../system-event/system-event.ts';
import { verb } from '../../verb.ts';
import { begin, inKeyOrder } from '../begin.ts';
import type { Beginning } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { launchFaults } from '../launch-faults.ts';
import { requireInstances, requireState } from '../require.ts';
import { instanceTarget } from '../timers.ts';
import { changeGuestWorkflow } from '../workflows/change-guest.ts';
import { watchSpot } from '../workflows/watch-spot.ts';
import { rebootWorkflowOf, startWorkflowOf, stopWorkflowOf } from '../workflows/power.ts';

/** The instances of these keys, in one region or (null) in any: all of them, or none. */
export interface InstanceSelector {
  readonly keys: ReadonlyArray<Key<'instance'>>;
  readonly region: string | null;
}

const refusals = [
  instanceFaults.notFound,
  instanceFaults.wrongState,
  instanceFaults.faulty,
  instanceFaults.inProgress,
] as const;

interface Booting extends InstanceSelector {
  /**
   * Whether it may come while a guest is changed as it is: a vendor whose changes take effect with
   * the next boot has its users boot at once. The guest is then changed and booted.
   */
  readonly joinsChange?: boolean;
}

/** Boots stopped instances (seed 004 L14103). */
export const startInstances = verb(
  [...refusals, launchFaults.spotPriceTooLow],
  async (scope: Scope, request: Booting) => {
    const instances = await requireInstances(scope, request.keys, request.region);
    for (const instance of instances) {
      requireState(instance, 'start');
      requireBid(scope, instance);
    }
    for (const instance of inKeyOrder(instances)) {
      await boot(scope, instance, {
        ...request,
        power: 'start',
        mode: 'soft',
        begun: { operation: 'start', state: 'starting', change: { stopMode: null } },
      });
      if (instance.spot !== null) {
        await watchSpot(scope.db, instance, { from: scope.now, now: scope.now });
      }
    }
  },
);

/** @throws launch.spotPriceTooLow where the bid of a spot instance is below the price now */
function requireBid(scope: Scope, { spot, type: name, zone, region }: Instance): void {
  const type = scope.cloud.catalogue.instanceType(name);
  if (spot === null || type === undefined) return;
  const { now } = scope;
  if (bidSuffices(spot, spotHour(scope, { type, zone, at: now }, { region, now }))) return;
  throw launchFaults.spotPriceTooLow();
}

export interface StopRequest extends InstanceSelector {
  readonly mode: StopMode;
  readonly stopMode: Exclude<Instance['stopMode'], null>;
}

/**
 * Stops running instances (seed 004 L14572). Only those paid by use can be kept without charge;
 * for the others the wish has no effect (L14625-14637).
 */
export const stopInstances = verb(refusals, async (scope: Scope, request: StopRequest) => {
  const instances = await requireInstances(scope, request.keys, request.region);
  for (const instance of instances) requireState(instance, 'stop');
  for (const instance of inKeyOrder(instances)) {
    const eligible = instance.chargeType === 'postpaid' || instance.chargeType === 'spot';
    await begin(scope, instance, {
      operation: 'stop',
      state: 'stopping',
      workflow: stopWorkflowOf,
      input: { key: instance.key, mode: request.mode },
      change: { stopMode: eligible ? request.stopMode : 'keep-charging' },
    });
  }
});

export interface RebootRequest extends Booting {
  readonly mode: StopMode;
}

/** Reboots running instances (seed 004 L14317). */
export const rebootInstances = verb(refusals, async (scope: Scope, request: RebootRequest) => {
  const instances = await requireInstances(scope, request.keys, request.region);
  for (const instance of instances) requireState(instance, 'reboot');
  for (const instance of inKeyOrder(instances)) {
    await boot(scope, instance, {
      ...request,
      power: 'reboot',
      begun: { operation: 'reboot', state: 'rebooting' },
    });
  }
  const keys = instances.map(({ key }) => key);
  const which = ({ remedy, state }: SystemEvent): boolean =>
    remedy === 'reboot' && state !== 'executing';
  await endEvents(scope.db, keys, { state: 'avoided', now: scope.now, which });
});

interface Boot extends Pick<Booting, 'joinsChange'> {
  readonly power: 'start' | 'reboot';
  readonly mode: StopMode;
  readonly begun: Omit<Beginning<never>, 'workflow' | 'input'>;
}

/** Begins a start or a reboot, together with the change of the guest that is under way. */
async function boot(
  scope: Scope,
  instance: Instance,
  { power, mode, begun, joinsChange = false }: Boot,
): Promise<void> {
  const { key } = instance;
  const change = joinsChange
    ? await takeWorkflow(scope.db, changeGuestWorkflow, instanceTarget(key))
    : undefined;
  if (change !== undefined) {
    const input = { ...change, power, mode };
    return begin(scope, instance, { ...begun, workflow: changeGuestWorkflow, input });
  }
  const workflow = power === 'start' ? startWorkflowOf : rebootWorkflowOf;
  return begin(scope, instance, { ...begun, workflow, input: { key, mode } });
}
