import { defineWorkflow, forever } from '#workflow/definition.ts';
import { explained } from '../../instance/machine.ts';
import type { SnapshotServices } from '../services.ts';
import { destroyedSnapshot } from '../driver-names.ts';

export interface DestroyInput {
  readonly snapshots: ReadonlyArray<{ readonly key: string; readonly zone: string }>;
}

/** Takes the data of snapshots away whose rows are gone. */
export const destroySnapshotsWorkflow = defineWorkflow<DestroyInput, SnapshotServices>()(
  (step) => ({
    kind: 'snapshot.destroy',
    attemptsMax: forever,
    steps: [
      step({
        name: 'destroy',
        async run({ input: { snapshots }, services: { driver }, beganAt, now }) {
          const call = { beganAt, now };
          let waitMs = 0;
          for (const snapshot of snapshots) {
            const answer = await driver.snapshots.destroy(destroyedSnapshot(snapshot), call);
            if (answer.state === 'failed') throw new Error(explained(answer));
            if (answer.state === 'pending') waitMs = Math.max(waitMs, answer.pollAfterMs);
          }
          return waitMs > 0 ? { waitMs } : { done: undefined };
        },
      }),
    ],
  }),
);
