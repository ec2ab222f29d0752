import type {
  DriverAnswer,
  DriverFailure,
  Machine,
  MachineRemoval,
  MachineSpec,
} from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';
import type { ImageSource } from '../image/image-shelf.ts';
import { blobsOf } from '../blob/blobs.ts';
import { disksOf } from '../disk/disk.ts';
import type { InstanceDisk } from '../disk/disk.ts';
import { isKept } from '../disk/kept.ts';
import { keyPairsOf } from '../key-pair/links.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { instanceOf } from './instance-row.ts';
import type { Instance } from './instance.ts';
import { instancesByKeys } from './table.ts';

/** An instance with what its machine is made of beside it. */
export interface LoadedInstance {
  readonly instance: Instance;
  readonly disks: readonly InstanceDisk[];
  readonly publicKeys: readonly string[];
  readonly userData: string | null;
}

/** Instances, newest first; those gone are left out. */
export async function loadInstances(
  store: Store,
  keys: readonly string[],
): Promise<readonly LoadedInstance[]> {
  return store.read(async (reader) => {
    const rows = await reader.all(instancesByKeys, { keys });
    const disks = await disksOf(reader, keys);
    const pairs = await keyPairsOf(reader, keys);
    const userData = await blobsOf(reader, 'user-data', keys);
    return rows.map(instanceOf).map((instance) => ({
      instance,
      disks: disks.get(instance.key) ?? [],
      publicKeys: pairs.get(instance.key)?.map(({ publicKey }) => publicKey) ?? [],
      userData: userData.get(instance.key) ?? null,
    }));
  });
}

/** The driver's name for the machine of an instance. */
export function machineOf({ key, generation, host, zone }: Instance): Machine {
  return { key, generation, host: host ?? '', zone };
}

/** The machine of an instance that goes, with the data disks that go with it. */
export function removalOf({ instance, disks }: LoadedInstance): MachineRemoval {
  const isRelease = instance.state === 'terminating';
  const gone = disks.filter((disk) => {
    return disk.role === 'data' && !(isRelease && isKept(disk, instance));
  });
  return { ...machineOf(instance), removedDisks: gone.map(({ key }) => key) };
}

/** All a driver must know to make the machine of an instance. */
export function specOf(
  { instance, disks, publicKeys, userData }: LoadedInstance,
  options: { readonly boot: boolean; readonly source: ImageSource | undefined },
): MachineSpec {
  const { privateAddress, publicAddress, hostName, login } = instance;
  const { boot, source } = options;
  return {
    ...machineOf(instance),
    ...(boot ? {} : { leftStopped: true as const }),
    cpu: instance.cpu,
    memoryMiB: instance.memoryMiB,
    image: source?.engineName ?? instance.image,
    disks: disks.map(({ key, role, category, sizeGiB, snapshot }) => ({
      key,
      role,
      category,
      sizeGiB,
      ...(snapshot === null ? {} : { snapshot }),
    })),
    privateAddress: formatAddress(privateAddress ?? 0),
    subnet: instance.subnet,
    login: {
      keepImageLogin: login.keepImageLogin,
      ...(source?.loginUser === undefined ? {} : { user: source.loginUser }),
      ...(login.password === null ? {} : { sealedPassword: login.password }),
      ...(publicKeys.length === 0 ? {} : { publicKeys }),
    },
    ...(publicAddress === null ? {} : { publicAddress: formatAddress(publicAddress) }),
    ...(hostName === null ? {} : { hostName }),
    ...(userData === null ? {} : { userData }),
  };
}

/** Half a minute with the engine's backoff. */
const TRIES_MAX = 7;
/** Five minutes: as long as a server of machines takes to start again, its own start included. */
const UNREACHABLE_TRIES_MAX = 11;

/** `attemptsMax` of workflows whose steps end by `settle`: it gives up before the engine does. */
export const settledAttemptsMax = UNREACHABLE_TRIES_MAX + 1;

/**
 * What a driver's answer means to a step: done, wait, or failed for good, with a sentence for the
 * owner. A failure that may pass is thrown, so that the engine tries again with backoff.
 */
export function settle(
  answer: DriverAnswer,
  attempt: number,
): { readonly waitMs: number } | { readonly failed: string } | 'done' {
  switch (answer.state) {
    case 'done':
      return 'done';
    case 'pending':
      return { waitMs: answer.pollAfterMs };
    case 'failed':
      if (attempt < triesMaxOf(answer)) throw new Error(explained(answer));
      return { failed: explained(answer) };
  }
}

function triesMaxOf({ retryable, unreachable }: DriverFailure): number {
  if (!retryable) return 1;
  return unreachable ? UNREACHABLE_TRIES_MAX : TRIES_MAX;
}

/** Why it failed, in the engine's own words where there are any. */
export function explained({ reason, detail }: DriverFailure): string {
  return detail === undefined ? reason : `${reason}: ${detail}`;
}
