import type { DriverAnswer, DriverCall } from '#drivers/driver.ts';
import type { MachineImage } from '#drivers/storage.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import { settle, settledAttemptsMax } from '../../instance/machine.ts';
import type { ImageServices } from '../services.ts';
import { expectIn } from '../expect-in.ts';
import type { OwnImageState } from '../own-image.ts';
import { endImage } from '../own-table.ts';

interface Whole<Input> {
  readonly kind: string;
  /** What it is while it is made, and what it is where that fails. */
  readonly state: OwnImageState;
  readonly failed: OwnImageState;
  ask(
    services: ImageServices,
    input: Input,
    of: { readonly image: MachineImage; readonly call: DriverCall },
  ): Promise<DriverAnswer>;
  /** What else ends with it. */
  ended?(
    tx: Tx,
    input: Input,
    end: { readonly error: string | null; readonly now: number },
  ): Promise<void>;
}

interface Ended {
  readonly error: string | null;
}

/** A workflow that has the driver make a whole image by one call. */
export function wholeImageWorkflow<
  Input extends { readonly image: Key<'image'>; readonly zone: string },
>(whole: Whole<Input>) {
  const end = async (tx: Tx, input: Input, { error, now }: Ended & { readonly now: number }) => {
    const to = error === null ? 'available' : whole.failed;
    await tx.run(endImage, { key: input.image, from: whole.state, to, error });
    await whole.ended?.(tx, input, { error, now });
  };
  return defineWorkflow<Input, ImageServices>()((step) => ({
    kind: whole.kind,
    attemptsMax: settledAttemptsMax,
    steps: [
      step<Ended>({
        name: 'make',
        async run({ input, services, beganAt, now, attempt }) {
          const { image: key, zone } = input;
          const image = { key, generation: 1, zone };
          const answer = await whole.ask(services, input, { image, call: { beganAt, now } });
          const settled = settle(answer, attempt);
          if (settled === 'done') return { done: { error: null } };
          if ('failed' in settled) return { done: { error: settled.failed } };
          await expectIn(services.store, key, { now, ms: settled.waitMs });
          return settled;
        },
        commit: (tx, { input, now }, { error }) => end(tx, input, { error, now }),
      }),
    ],
    failed: (tx, { input, now }, { message }) => end(tx, input, { error: message, now }),
  }));
}
