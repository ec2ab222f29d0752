import type { Key } from '#kernel/key.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { explained } from '../../instance/machine.ts';
import type { ImageServices } from '../services.ts';

export interface DestroyImageInput {
  readonly image: Key<'image'>;
  readonly zone: string;
}

/** Later than what made the image: a call of that which comes late does nothing any more. */
const LAST_GENERATION = 2;

/** Takes the data of an image away whose row is gone. */
export const destroyImageWorkflow = defineWorkflow<DestroyImageInput, ImageServices>()((step) => ({
  kind: 'image.destroy',
  attemptsMax: forever,
  steps: [
    step({
      name: 'destroy',
      async run({ input: { image, zone }, services: { driver }, beganAt, now }) {
        const named = { key: image, generation: LAST_GENERATION, zone };
        const answer = await driver.machineImages.destroy(named, { beganAt, now });
        if (answer.state === 'failed') throw new Error(explained(answer));
        return answer.state === 'pending' ? { waitMs: answer.pollAfterMs } : { done: undefined };
      },
    }),
  ],
}));
