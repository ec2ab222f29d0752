import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../instance/faults.ts';
import type { Instance } from '../instance/instance.ts';
import { requireInstances } from '../instance/require.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { freeDevices } from './device.ts';
import { disksOf } from './disk.ts';
import { diskFaults } from './faults.ts';

/** To which instance disks are to be attached. */
export interface AttachLimit {
  readonly instance: Key<'instance'>;
  /** How many data disks the vendor lets an instance have. */
  readonly dataDisksMax: number;
  /** What the guest's name for one disk is to end with; else the first that are free. */
  readonly device?: string | undefined;
}

interface Attachment extends AttachLimit {
  readonly region: string | null;
  /** How many disks. */
  readonly count: number;
}

/** Where disks can be attached. */
export interface AttachPlace {
  readonly instance: Instance;
  /** One for each disk. */
  readonly devices: readonly string[];
}

/** An instance to which so many more disks can be attached now. */
export const attachable = verb(
  [
    instanceFaults.notFound,
    diskFaults.instanceWrongState,
    diskFaults.tooManyAttached,
    diskFaults.deviceInUse,
  ],
  async (scope: ReadScope, { region, count, ...asked }: Attachment): Promise<AttachPlace> => {
    const [instance] = await requireInstances(scope, [asked.instance], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: asked.instance });
    requireMachine(instance);
    const disks = (await disksOf(scope.db, [instance.key])).get(instance.key) ?? [];
    const attached = disks.filter(({ role }) => role === 'data').length;
    if (attached + count > asked.dataDisksMax) {
      throw diskFaults.tooManyAttached({ instance: instance.key, limit: asked.dataDisksMax });
    }
    const taken = disks.map(({ device }) => device);
    if (asked.device === undefined) return { instance, devices: freeDevices(taken, count) };
    if (taken.includes(asked.device)) throw diskFaults.deviceInUse();
    return { instance, devices: [asked.device] };
  },
);

/**
 * Disks come and go while a machine runs or stands still, and there has to be one.
 * @throws disk.instanceWrongState
 */
export function requireMachine({ key, state, fault }: Instance): void {
  const isSettled = state === 'running' || state === 'stopped';
  if (!isSettled || fault !== null) throw diskFaults.instanceWrongState({ instance: key, state });
}
