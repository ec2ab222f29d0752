import type { Key } from '#kernel/key.ts';
import { type System, systemOf } from '../../image/system.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { conversionFaults } from '../conversion-faults.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireInstances, requireState } from '../require.ts';
import { convertSystemWorkflow } from '../workflows/convert-system.ts';

export interface ConversionAsked {
  readonly keys: ReadonlyArray<Key<'instance'>>;
  readonly region: string;
  /** What a system becomes; undefined where it is none that is converted. */
  readonly becomes: (system: Omit<System, 'base'>) => System | undefined;
}

/** An instance with what its system becomes. */
export interface Conversion {
  readonly instance: Instance;
  readonly system: System;
}

/** Instances that run, whose systems can be converted where they are. */
export const requireConvertible = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    conversionFaults.windows,
    conversionFaults.systemUnfit,
    conversionFaults.notRunning,
    conversionFaults.notHere,
  ],
  async (
    scope: Scope,
    { keys, region, becomes }: ConversionAsked,
  ): Promise<readonly Conversion[]> => {
    const { catalogue, supply } = scope.cloud;
    const why = supply.lacks('convert-system');
    const instances = await requireInstances(scope, keys, region);
    return instances.map((instance) => {
      const { key, state } = instance;
      if (why !== undefined) throw conversionFaults.notHere({ instance: key, why });
      if (state === 'stopped') throw conversionFaults.notRunning({ instance: key, state });
      requireState(instance, 'convert', 'convert');
      const system = systemOf(catalogue, instance);
      if (system?.osFamily === 'windows') throw conversionFaults.windows({ instance: key });
      const after = system && becomes(system);
      if (after === undefined) throw conversionFaults.systemUnfit({ instance: key });
      return { instance, system: after };
    });
  },
);

/** Converts the systems of instances, all of them or none; what is on their disks stays. */
export const convertSystems = verb(
  [requireConvertible],
  async (scope: Scope, asked: ConversionAsked): Promise<void> => {
    for (const { instance, system } of await requireConvertible(scope, asked)) {
      await begin(scope, instance, {
        operation: 'convert',
        state: 'rebooting',
        workflow: convertSystemWorkflow,
        input: { key: instance.key, power: 'reboot', mode: 'soft-then-hard', system },
      });
    }
  },
);
