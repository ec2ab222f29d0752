import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { replaceBlob } from '../../blob/blobs.ts';
import { restoreKeyPairs } from '../../key-pair/links.ts';
import type { System } from '../../image/system.ts';
import type { InstanceLogin } from '../instance.ts';
import type { InstanceChange } from '../change.ts';
import { settledAttemptsMax, specOf } from '../machine.ts';
import type { LoadedInstance } from '../machine.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';
import { dropDiskChange, endDiskChange, type SystemDiskChange } from '../../disk/system-disk.ts';

/** What the system is to be; what is left out stays as it was. */
export interface ReinstallWish {
  readonly image: Key<'image'>;
  readonly system: System | null;
  /** The password in it is sealed. */
  readonly login: InstanceLogin;
  readonly hostName?: string;
  /** Base64. */
  readonly userData?: string;
}

export interface ReinstallInput extends MachineWorkInput {
  readonly wish: ReinstallWish;
  readonly disk: SystemDiskChange;
  /** The key pairs that opened it before, for a reinstallation that fails. */
  readonly keyPairsBefore: readonly string[];
}

/**
 * Makes the root of a machine anew from an image. What is known of the instance changes when that
 * is done: before, it is what it was, and after a failure nobody knows what is left of it.
 */
export const reinstallWorkflow = machineWork<ReinstallInput>({
  kind: 'instance.reinstall',
  attemptsMax: settledAttemptsMax,
  isDestructive: true,
  async ask({ services, input, beganAt, now }, loaded) {
    const source = await services.sourceOf(input.wish.image);
    const spec = specOf(wishedFor(loaded, input), { boot: false, source });
    return services.driver.rebuild(spec, { beganAt, now });
  },
  async over(tx, { input, now }, { isDone, isBroken, instance }) {
    if (isDone) {
      await endDiskChange(tx, instance, { change: input.disk, now });
      return installed(tx, input);
    }
    await dropDiskChange(tx, input.disk, now);
    await restoreKeyPairs(tx, input.key, input.keyPairsBefore);
    return isBroken ? { fault: 'reinstall-failed' } : {};
  },
});

/** The instance as it is to be: its key pairs are that already. */
function wishedFor(loaded: LoadedInstance, { wish, disk }: ReinstallInput): LoadedInstance {
  const { image, system, login, hostName, userData } = wish;
  const { instance } = loaded;
  const named = { hostName: hostName ?? instance.hostName };
  const wished = { ...instance, image, system, login, ...named };
  const disks = loaded.disks.map((each) =>
    each.role === 'system'
      ? { ...each, key: disk.newDisk ?? each.key, sizeGiB: disk.toGiB, snapshot: null }
      : each,
  );
  return { ...loaded, instance: wished, disks, userData: userData ?? loaded.userData };
}

/** Writes down what is known of an instance now. */
async function installed(tx: Tx, { key, wish }: ReinstallInput): Promise<InstanceChange> {
  const { image, system, login, hostName, userData } = wish;
  if (userData !== undefined) {
    await replaceBlob(tx, { resource: key, kind: 'user-data' }, userData);
  }
  return { image, system, login, fault: null, ...(hostName === undefined ? {} : { hostName }) };
}
