import type { DriverAnswer, MachineSpec } from '../driver.ts';
import type { ImageOrigin, MachineImage } from '../storage.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import type { IncusContext } from './context.ts';
import { findInstance } from './find-instance.ts';
import { imageAlias, publishRoot, removeAlias, snapshotAlias } from './image-aliases.ts';
import { copyAlias } from './snapshots.ts';

/** Makes an image of a machine's root, or of a snapshot of one. */
export function publishImage(
  context: IncusContext,
  { key }: MachineImage,
  from: ImageOrigin,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'publish-image', machine: { key } }, async () => {
    if ('snapshot' in from) {
      return copyAlias(context, imageAlias(key), snapshotAlias(from.snapshot));
    }
    const instance = await findInstance(context, { key: from.machine });
    if (instance === undefined) return failed('no-such-machine');
    await publishRoot(context, instance.name, imageAlias(key));
    return DONE;
  });
}

/** Makes another image of the same data. */
export function copyImage(
  context: IncusContext,
  { key }: MachineImage,
  from: string,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'copy-image', machine: { key } }, () =>
    copyAlias(context, imageAlias(key), imageAlias(from)),
  );
}

/** Removes an image; what was made from it stays. */
export function destroyImage(context: IncusContext, { key }: MachineImage): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'destroy-image', machine: { key } }, async () => {
    await removeAlias(context, imageAlias(key));
    return DONE;
  });
}

/** What the server is to make the root of a machine from. */
export function rootSource({ image, disks }: Pick<MachineSpec, 'image' | 'disks'>) {
  const snapshot = disks.find(({ role }) => role === 'system')?.snapshot;
  if (snapshot !== undefined) return { type: 'image', alias: snapshotAlias(snapshot) } as const;
  // An imported one is named by its fingerprint, one that was made here by its key.
  if (/^[0-9a-f]{64}$/.test(image)) return { type: 'image', fingerprint: image } as const;
  return { type: 'image', alias: imageAlias(image) } as const;
}
