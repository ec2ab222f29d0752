import type {
  DriverAnswer,
  DriverFailure,
  Machine,
  MachineRemoval,
  MachineSpec,
} from '#drivers/driver.ts';
import type { Store } from '#store/store.ts';
import type { ImageSource } from '../image/image-shelf.ts';
import type { System } from '../image/system.ts';
import type { InstanceDisk } from '../disk/disk.ts';
import { isKept } from '../disk/kept.ts';
import { formatAddress } from '../subnet/cidr.ts';
import type { Instance } from './instance.ts';
import { loadTogether } from './load-together.ts';

/** What of an instance its machine is made of. */
export type InstanceMachine = Pick<
  Instance,
  | 'key'
  | 'generation'
  | 'host'
  | 'zone'
  | 'subnet'
  | 'image'
  | 'system'
  | 'cpu'
  | 'memoryMiB'
  | 'privateAddress'
  | 'publicAddress'
  | 'hostName'
  | 'login'
>;

/** What of an instance decides which of its disks outlive it. */
interface Released {
  readonly state: string;
  readonly chargeType: string;
  readonly isolatedBy: string | null;
}

/** An instance as its machine needs it, with what belongs to that. */
export interface LoadedInstance {
  readonly instance: InstanceMachine & Released;
  readonly disks: readonly InstanceDisk[];
  readonly publicKeys: readonly string[];
  readonly userData: string | null;
}

/** Instances, newest first; those gone are left out. */
export async function loadInstances(
  store: Store,
  keys: readonly string[],
): Promise<readonly LoadedInstance[]> {
  const { rows, disks, keyPairs, userData } = await loadTogether(store, keys);
  const asked = new Set(keys);
  return rows
    .filter(({ key }) => asked.has(key))
    .map(({ password, keepImageLogin, system, ...instance }) => ({
      instance: {
        ...instance,
        system: system === null ? null : (JSON.parse(system) as System),
        login: { password, keepImageLogin: keepImageLogin === 1 },
      },
      disks: disks.get(instance.key) ?? [],
      publicKeys: keyPairs.get(instance.key)?.map(({ publicKey }) => publicKey) ?? [],
      userData: userData.get(instance.key) ?? null,
    }));
}

/** The driver's name for the machine of an instance. */
export function machineOf({
  key,
  generation,
  host,
  zone,
}: Pick<Instance, 'key' | 'generation' | 'host' | 'zone'>): Machine {
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
  // An image of an account may be gone: the instance keeps for whom its logins are.
  const user = instance.system?.loginUser ?? source?.loginUser;
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
      ...(user === undefined ? {} : { user }),
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
