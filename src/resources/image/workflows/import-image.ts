import type { Key } from '#kernel/key.ts';
import { endTask } from '../../task/tasks.ts';
import { wholeImageWorkflow } from './whole.ts';

export interface ImportImageInput {
  readonly image: Key<'image'>;
  readonly zone: string;
  readonly url: string;
  readonly task: Key<'task'>;
}

/** Takes an image in from where it lies. */
export const importImageWorkflow = wholeImageWorkflow<ImportImageInput>({
  kind: 'image.import',
  state: 'importing',
  failed: 'import-failed',
  ask: ({ driver }, { url }, { image, call }) => driver.machineImages.import(image, url, call),
  ended: (tx, { task: key }, { error, now }) =>
    endTask(tx, { key, state: error === null ? 'finished' : 'failed', now }),
});
