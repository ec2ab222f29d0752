import type { Key } from '#kernel/key.ts';
import { wholeImageWorkflow } from './whole.ts';

export interface CopyImageInput {
  readonly image: Key<'image'>;
  readonly from: Key<'image'>;
  readonly zone: string;
}

/** Makes a copy of an image, mostly in another region. */
export const copyImageWorkflow = wholeImageWorkflow<CopyImageInput>({
  kind: 'image.copy',
  state: 'copying',
  failed: 'failed',
  ask: ({ driver }, { from }, { image, call }) => driver.machineImages.copy(image, from, call),
});
