import type { Key } from '#kernel/key.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { settle } from '../../instance/machine.ts';
import type { DiskServices } from './services.ts';
import { diskOf } from '../disk-row.ts';
import { disksByKeys } from '../table.ts';
import { recycleDisk } from './release-later.ts';
import { attachedVolumeOf } from '../volume.ts';

interface IsolateInput {
  readonly key: Key<'disk'>;
}

/** Takes a disk whose time is over from its instance, and puts it into the bin. */
export const isolateDiskWorkflow = defineWorkflow<IsolateInput, DiskServices>()((step) => ({
  kind: 'disk.isolate',
  attemptsMax: forever,
  steps: [
    step<{ readonly recycleBinMs: number }>({
      name: 'detach',
      async run({ input: { key }, services, beganAt, now, attempt }) {
        const { store, driver, configuration } = services;
        const done = { done: { recycleBinMs: configuration.recycleBinMs } };
        const [row] = await store.read((reader) => reader.all(disksByKeys, { keys: [key] }));
        if (row === undefined) return done;
        const answer = await driver.volumes.detach(attachedVolumeOf(diskOf(row)), { beganAt, now });
        const settled = settle(answer, attempt);
        if (settled === 'done') return done;
        if ('waitMs' in settled) return settled;
        throw new Error(settled.failed);
      },
      async commit(tx, { input: { key }, now }, { recycleBinMs }) {
        const [row] = await tx.all(disksByKeys, { keys: [key] });
        if (row === undefined) return;
        const disk = diskOf(row);
        await recycleDisk(tx, disk, {
          now,
          recycleBinMs,
          operation: { state: 'success', error: null, at: now },
          change: { lastInstance: disk.instance, detachedAt: now },
        });
      },
    }),
  ],
}));
