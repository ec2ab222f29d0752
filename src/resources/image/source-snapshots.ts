import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../scope.ts';
import { requireSnapshot } from '../snapshot/require.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { verb } from '../verb.ts';
import { imageFaults } from './faults.ts';
import { madeOf, type Origin } from './origin.ts';
import type { ImageDisk, OwnImage } from './own-image.ts';
import { findOwnImage } from './own-images.ts';
import type { System } from './system.ts';
import { unknownSystem } from './unknown-system.ts';

/** A snapshot that goes into an image. */
export interface NamedSnapshot {
  readonly snapshot: Key<'snapshot'>;
  /** As what it goes into the image; as what its disk was where it is left out. */
  readonly role?: ImageDisk['role'];
  readonly device?: string;
  /** At least what the snapshot has. */
  readonly sizeGiB?: number;
}

interface SnapshotsNamed {
  readonly region: string;
  readonly named: readonly NamedSnapshot[];
}

/** What an image of snapshots is made of: one of them, and no more, is of a system disk. */
export const sourceSnapshots = verb(
  [requireSnapshot, imageFaults.systemSnapshotMissing, imageFaults.systemSnapshotTwice],
  async (scope: ReadScope, { region, named }: SnapshotsNamed): Promise<Origin> => {
    const found: Array<{ readonly snapshot: Snapshot; readonly disk: ImageDisk }> = [];
    for (const { snapshot: key, role, device = null, sizeGiB = 0 } of named) {
      const snapshot = await requireSnapshot(scope, { snapshot: key, region });
      const size = Math.max(sizeGiB, snapshot.sizeGiB);
      const disk = { role: role ?? snapshot.role, sizeGiB: size, snapshot: key, device };
      found.push({ snapshot, disk });
    }
    const [system, ...others] = found.filter(({ disk }) => disk.role === 'system');
    if (system === undefined) throw imageFaults.systemSnapshotMissing();
    if (others.length > 0) throw imageFaults.systemSnapshotTwice();
    const data = found.filter(({ disk }) => disk.role === 'data');
    return {
      ...madeOf(await systemFrom(scope, system.snapshot)),
      encrypted: system.snapshot.encrypted,
      zone: system.snapshot.zone,
      disks: [system, ...data].map(({ disk }) => disk),
    };
  },
);

/** What runs from a snapshot of a system disk, as the image of that disk says. */
async function systemFrom(scope: ReadScope, { image }: Snapshot): Promise<System> {
  if (image === null) return unknownSystem;
  const offered = scope.cloud.catalogue.image(image);
  if (offered !== undefined) return { ...offered, base: image };
  const own: OwnImage | undefined = await findOwnImage(scope, { image, region: null });
  return own ?? unknownSystem;
}
