import { defineWorkflow, forever } from '#workflow/definition.ts';
import { settle } from '../../instance/machine.ts';
import type { DiskServices } from './services.ts';
import { diskOf } from '../disk-row.ts';
import { removeDisk } from '../remove.ts';
import { disksByKeys } from '../table.ts';
import type { DisksInput } from './disk-workflow.ts';
import { volumeOf } from '../volume.ts';

/** Destroys disks, then removes them with their room. It never gives up. */
export const deleteWorkflowOf = defineWorkflow<DisksInput, DiskServices>()((step) => ({
  kind: 'disk.delete',
  attemptsMax: forever,
  steps: [
    step({
      name: 'destroy',
      async run({ input, services: { store, driver }, beganAt, now, attempt }) {
        const rows = await store.read((reader) => reader.all(disksByKeys, { keys: input.keys }));
        const answers = await Promise.all(
          rows.map((row) => driver.volumes.destroy(volumeOf(diskOf(row)), { beganAt, now })),
        );
        let waitMs: number | undefined;
        for (const answer of answers) {
          const settled = settle(answer, attempt);
          if (settled === 'done') continue;
          if ('failed' in settled) throw new Error(settled.failed);
          waitMs = Math.max(waitMs ?? 0, settled.waitMs);
        }
        return waitMs === undefined ? { done: undefined } : { waitMs };
      },
      async commit(tx, { input, now }) {
        const rows = await tx.all(disksByKeys, { keys: input.keys });
        for (const row of rows) await removeDisk(tx, diskOf(row), now);
      },
    }),
  ],
}));
