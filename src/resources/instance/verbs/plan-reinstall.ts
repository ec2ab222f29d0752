import type { Disk } from '../../disk/disk.ts';
import { requireSystemDisk } from '../../disk/system-disk.ts';
import { imageFaults } from '../../image/faults.ts';
import { systemOf, type LaunchableImage } from '../../image/system.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Instance } from '../instance.ts';
import { reinstallFaults } from '../reinstall-faults.ts';

/** What of a reinstallation decides what its system disk is to be. */
export interface ReinstallDisk {
  /** As `imageToInstall` answers it. */
  readonly image: LaunchableImage;
  /** How large it is to be; null: as large as it is. */
  readonly sizeGiB: number | null;
  /** Where it is null: as large as that and the image as well. */
  readonly sizeGiBDefault?: number;
  /** The categories that the asker says it is of one of. */
  readonly categories?: readonly string[] | undefined;
  /** Whether it is encrypted, as the asker says. */
  readonly encrypted?: boolean | undefined;
  /** Where it is another one afterwards: always, never, or where the family of systems changes. */
  readonly newDisk: 'always' | 'of another family' | 'never';
}

export interface ReinstallPlan {
  readonly disk: Disk;
  readonly toGiB: number;
  readonly isNew: boolean;
  readonly encrypted: boolean;
}

/**
 * Checks what the system disk of a reinstallation is to be. It only reads, so what asks about its
 * price plans it the same way.
 */
export const planReinstall = verb(
  [
    requireSystemDisk,
    imageFaults.tooLarge,
    reinstallFaults.diskWouldShrink,
    reinstallFaults.diskIsLocal,
    reinstallFaults.diskIsOther,
    reinstallFaults.familyNotForDisk,
    reinstallFaults.encryptionFixed,
  ],
  async (scope: ReadScope, instance: Instance, request: ReinstallDisk): Promise<ReinstallPlan> => {
    const disk = await requireSystemDisk(scope, instance);
    const family = systemOf(scope.cloud.catalogue, instance)?.osFamily;
    const isOther = family !== request.image.osFamily;
    const toGiB = sizeOf(disk, request);
    requireFit(scope, disk, { ...request, isOther });
    const { newDisk } = request;
    const isNew = newDisk === 'always' || (newDisk === 'of another family' && isOther);
    return { disk, toGiB, isNew, encrypted: encryptedAfter(disk, request) };
  },
);

/** As large as it is, or larger (seed 004 L20950): never smaller than the image. */
function sizeOf(disk: Disk, { image, sizeGiB: asked, sizeGiBDefault }: ReinstallDisk): number {
  const least = sizeGiBDefault === undefined ? 0 : Math.max(sizeGiBDefault, image.sizeGiB);
  const sizeGiB = asked ?? Math.max(disk.sizeGiB, least);
  if (sizeGiB < image.sizeGiB) {
    throw imageFaults.tooLarge({ image: image.key, minGiB: image.sizeGiB });
  }
  if (sizeGiB < disk.sizeGiB) throw reinstallFaults.diskWouldShrink({ sizeGiB: disk.sizeGiB });
  return sizeGiB;
}

/** The category stays, and a local disk keeps its size and family (L20935, L20950). */
function requireFit(
  { cloud }: ReadScope,
  disk: Disk,
  request: ReinstallDisk & { readonly isOther: boolean },
): void {
  const { categories = [disk.category], sizeGiB, isOther } = request;
  if (!categories.includes(disk.category)) throw reinstallFaults.diskIsOther();
  const kind = cloud.catalogue.diskKind(disk.category, disk.doc.performanceLevel);
  if (!kind.startsWith('local-')) return;
  if (isOther) throw reinstallFaults.familyNotForDisk();
  if (sizeGiB !== null && sizeGiB !== disk.sizeGiB) throw reinstallFaults.diskIsLocal();
}

/**
 * A disk that is the same one afterwards stays encrypted or open: an image of the other kind does
 * not go onto it (L21324).
 */
function encryptedAfter(disk: Disk, { image, encrypted, newDisk }: ReinstallDisk): boolean {
  const wished = encrypted ?? image.encrypted ?? disk.encrypted;
  if (newDisk !== 'always' && wished !== disk.encrypted) throw reinstallFaults.encryptionFixed();
  return wished;
}
