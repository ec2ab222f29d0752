import type { Key } from '#kernel/key.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import { settle, settledAttemptsMax } from '../../instance/machine.ts';
import type { ImageServices } from '../services.ts';
import { endTask, expectTaskIn } from '../../task/tasks.ts';

export interface ExportImageInput {
  readonly task: Key<'task'>;
  readonly images: ReadonlyArray<{ readonly image: Key<'image'>; readonly url: string }>;
  readonly zone: string;
}

interface Ended {
  readonly error: string | null;
}

/** Writes images to where their owner wants them; the task tells how that ends. */
export const exportImageWorkflow = defineWorkflow<ExportImageInput, ImageServices>()((step) => ({
  kind: 'image.export',
  attemptsMax: settledAttemptsMax,
  steps: [
    step<Ended>({
      name: 'export',
      async run({ input, services, beganAt, now, attempt }) {
        let waitMs = 0;
        for (const { image: key, url } of input.images) {
          const image = { key, generation: 1, zone: input.zone };
          const call = { beganAt, now };
          const answer = await services.driver.machineImages.export(image, url, call);
          const settled = settle(answer, attempt);
          if (settled === 'done') continue;
          if ('failed' in settled) return { done: { error: settled.failed } };
          waitMs = Math.max(waitMs, settled.waitMs);
        }
        if (waitMs === 0) return { done: { error: null } };
        await expectTaskIn(services.store, input.task, { now, ms: waitMs });
        return { waitMs };
      },
      commit: (tx, { input: { task: key }, now }, { error }) =>
        endTask(tx, { key, state: error === null ? 'finished' : 'failed', now }),
    }),
  ],
  failed: (tx, { input: { task: key }, now }) => endTask(tx, { key, state: 'failed', now }),
}));
