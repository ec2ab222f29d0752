import type { Key } from '#kernel/key.ts';
import { diskTarget } from '../../disk/targets.ts';
import type { Disk } from '../../disk/disk.ts';
import { imageFaults } from '../../image/faults.ts';
import { keptSystem, systemOf, type LaunchableImage } from '../../image/system.ts';
import { keyPairFaults } from '../../key-pair/faults.ts';
import { relinkKeyPairs } from '../../key-pair/links.ts';
import { requireKeyPairs } from '../../key-pair/verbs/require-key-pairs.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance, InstanceLogin } from '../instance.ts';
import { settleLogin } from '../launch-parts.ts';
import type { LaunchLogin } from '../launch-request.ts';
import { linksOf } from '../links.ts';
import { reinstallFaults } from '../reinstall-faults.ts';
import { requireInstances, requireState } from '../require.ts';
import { beginDiskChange, requireSystemDisk } from '../../disk/system-disk.ts';
import { reinstallWorkflow } from '../workflows/reinstall.ts';

/** How one logs in afterwards: as at a launch, or as before. */
export type ReinstallLogin = LaunchLogin | { readonly by: 'what it was' };

export interface Reinstallation {
  readonly instance: Key<'instance'>;
  readonly region: string | null;
  /** As `imageToInstall` answers it. */
  readonly image: LaunchableImage;
  /** How large the system disk is to be; null: as large as it is. */
  readonly sizeGiB: number | null;
  /** Where it is null: as large as that and the image as well. */
  readonly sizeGiBDefault?: number;
  /** The categories that the asker says its disk is of one of. */
  readonly categories?: readonly string[] | undefined;
  /** Whether the disk is encrypted, as the asker says. */
  readonly encrypted?: boolean | undefined;
  readonly login: ReinstallLogin;
  readonly hostName?: string | undefined;
  readonly userData?: string | undefined;
  /** Whether the disk is another one afterwards: always, or where the family of systems changes. */
  readonly newDisk: 'always' | 'of another family' | 'never';
  /** What becomes of one that runs, and whether a stopped one is started. */
  readonly running: 'stop-and-start' | 'refuse';
  readonly start?: boolean | undefined;
}

/**
 * Installs the system of an instance anew (seed 004 L20927): everything on its system disk is
 * lost. Answers the key of the system disk afterwards.
 */
export const reinstall = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    imageFaults.tooLarge,
    requireKeyPairs,
    keyPairFaults.notForWindows,
    reinstallFaults.diskWouldShrink,
    reinstallFaults.diskIsLocal,
    reinstallFaults.diskIsOther,
    reinstallFaults.familyNotForDisk,
    reinstallFaults.encryptionFixed,
    requireSystemDisk,
    beginDiskChange,
  ],
  async (scope: Scope, request: Reinstallation): Promise<Key<'disk'>> => {
    const [instance] = await requireInstances(scope, [request.instance], request.region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: request.instance });
    requireReinstallable(instance, request);
    const { image, hostName, userData } = request;
    const disk = await requireSystemDisk(scope, instance);
    const toGiB = sizeOf(disk, request);
    const isOther = systemOf(scope.cloud.catalogue, instance)?.osFamily !== image.osFamily;
    const encrypted = requireDiskFits(scope, disk, { request, isOther });
    const login = await loginAfter(scope, instance, request);
    const isNew = request.newDisk === 'always' || (request.newDisk === 'of another family' && isOther);
    const change = await beginDiskChange(scope, instance, { disk, toGiB, isNew, encrypted });
    const runs = instance.state === 'running';
    const power = runs ? 'stop-and-start' : request.start === true ? 'start' : 'as-it-is';
    await begin(scope, instance, {
      operation: 'reinstall',
      state: runs ? 'stopping' : power === 'start' ? 'starting' : instance.state,
      workflow: reinstallWorkflow,
      also: [diskTarget(disk.key)],
      input: {
        key: instance.key,
        power,
        mode: 'soft-then-hard',
        disk: change,
        wish: {
          image: image.key,
          system: keptSystem(image),
          login: login.settled,
          ...(hostName === undefined ? {} : { hostName }),
          ...(userData === undefined ? {} : { userData }),
        },
        keyPairsBefore: login.keyPairsBefore,
      },
    });
    return change.newDisk ?? disk.key;
  },
);

/** Also one whose last reinstallation failed: this is what helps it (seed 004 L40317). */
function requireReinstallable(instance: Instance, { running }: Reinstallation): void {
  const { key, state, stopMode, fault } = instance;
  const isBroken = fault === 'reinstall-failed';
  requireState(isBroken ? { ...instance, fault: null } : instance, 'reinstall', 'reinstall');
  if (state === 'running' && running === 'refuse') {
    throw instanceFaults.wrongState({ instance: key, state });
  }
  if (state === 'stopped' && stopMode === 'stop-charging') {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
}

/** As large as it is, or larger (L20950): never smaller than the image. */
function sizeOf(disk: Disk, { image, sizeGiB: asked, sizeGiBDefault }: Reinstallation): number {
  const least = sizeGiBDefault === undefined ? 0 : Math.max(sizeGiBDefault, image.sizeGiB);
  const sizeGiB = asked ?? Math.max(disk.sizeGiB, least);
  if (sizeGiB < image.sizeGiB) {
    throw imageFaults.tooLarge({ image: image.key, minGiB: image.sizeGiB });
  }
  if (sizeGiB < disk.sizeGiB) throw reinstallFaults.diskWouldShrink({ sizeGiB: disk.sizeGiB });
  return sizeGiB;
}

interface Fitting {
  readonly request: Reinstallation;
  /** Whether the system is to be of the other family. */
  readonly isOther: boolean;
}

/**
 * The category stays, a local disk keeps its size and family (L20935, L20950), and a disk that is
 * the same one afterwards stays encrypted or open: an image of the other kind does not go onto it
 * (L21324). Answers whether the disk is to be encrypted.
 */
function requireDiskFits(
  scope: Scope,
  disk: Disk,
  { request, isOther }: Fitting,
): boolean {
  const { image, categories = [disk.category], sizeGiB, encrypted: asked } = request;
  if (!categories.includes(disk.category)) throw reinstallFaults.diskIsOther();
  const isLocal = scope.cloud.catalogue.diskKind(disk.category, undefined).startsWith('local-');
  if (isLocal && isOther) throw reinstallFaults.familyNotForDisk();
  if (isLocal && sizeGiB !== null && sizeGiB !== disk.sizeGiB) throw reinstallFaults.diskIsLocal();
  const isSame = request.newDisk !== 'always';
  const wished = asked ?? image.encrypted ?? disk.encrypted;
  if (isSame && wished !== disk.encrypted) throw reinstallFaults.encryptionFixed();
  return wished;
}

interface LoginAfter {
  readonly settled: InstanceLogin;
  readonly keyPairsBefore: readonly string[];
}

/**
 * The instance shows its key pairs at once, so that none of these is deleted meanwhile; a
 * reinstallation that fails brings back those of before.
 */
async function loginAfter(
  scope: Scope,
  instance: Instance,
  { login, image }: Reinstallation,
): Promise<LoginAfter> {
  const { key, region } = instance;
  const links = (await linksOf(scope.db, [key]))(key);
  const keyPairsBefore = links.keyPairs.map((pair) => pair.key);
  if (login.by === 'what it was') return { settled: instance.login, keyPairsBefore };
  const keyPairs = login.by === 'key-pairs' ? login.keyPairs : [];
  if (keyPairs.length > 0) {
    if (image.osFamily === 'windows') throw keyPairFaults.notForWindows();
    await requireKeyPairs(scope, { keys: keyPairs, region });
  }
  await relinkKeyPairs(scope.db, [key], keyPairs);
  return { settled: await settleLogin(scope, login, { keys: [key], image }), keyPairsBefore };
}
