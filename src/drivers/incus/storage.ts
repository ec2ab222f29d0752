import type { DriverAnswer, DriverStorage } from '../driver.ts';
import type { Verb } from '../verbs.ts';
import { failed } from './answer-of.ts';
import { attach, detach } from './attach.ts';
import type { IncusContext } from './context.ts';
import { copyImage, destroyImage, publishImage } from './machine-images.ts';
import { copySnapshot, createSnapshot, destroySnapshot } from './snapshots.ts';
import { createDisk, destroyDisk, resizeDisk, restoreDisk } from './volumes.ts';

interface Named {
  readonly key: string;
  readonly generation: number;
}

export type RunTask = (
  verb: Verb,
  named: Named,
  work: () => Promise<DriverAnswer>,
) => Promise<DriverAnswer>;

/** Disks, snapshots and images of a server; a call that is repeated joins the one before. */
export function createStorage(context: IncusContext, task: RunTask): DriverStorage {
  const refused = () => Promise.resolve(failed('not-possible-on-this-server'));
  return {
    volumes: {
      create: (spec) => task('create-disk', spec, () => createDisk(context, spec)),
      attach: (volume) => task('attach-disk', volume, () => attach(context, volume)),
      detach: (volume) => task('detach-disk', volume, () => detach(context, volume)),
      resize: (spec) => task('resize-disk', spec, () => resizeDisk(context, spec)),
      restore: (volume, snapshot) =>
        task('restore-disk', volume, () => restoreDisk(context, volume, snapshot)),
      destroy: (volume) => task('destroy-disk', volume, () => destroyDisk(context, volume)),
    },
    snapshots: {
      create: (snapshot, volume) =>
        task('create-snapshot', snapshot, () => createSnapshot(context, snapshot, volume)),
      copy: (snapshot, from) =>
        task('copy-snapshot', snapshot, () => copySnapshot(context, snapshot, from)),
      destroy: (snapshot) =>
        task('destroy-snapshot', snapshot, () => destroySnapshot(context, snapshot)),
    },
    machineImages: {
      publish: (image, from) =>
        task('publish-image', image, () => publishImage(context, image, from)),
      copy: (image, from) => task('copy-image', image, () => copyImage(context, image, from)),
      import: refused,
      export: refused,
      destroy: (image) => task('destroy-image', image, () => destroyImage(context, image)),
    },
  };
}
