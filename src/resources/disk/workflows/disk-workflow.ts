import type { DriverAnswer } from '#drivers/driver.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import type { Outcome, StepContext, Workflow } from '#workflow/definition.ts';
import { settle, settledAttemptsMax } from '../../instance/machine.ts';
import type { DiskServices } from './services.ts';
import type { Disk } from '../disk.ts';
import { diskOf } from '../disk-row.ts';
import { disksByKeys } from '../table.ts';

/** What is worked on at once, in one workflow. */
export interface DisksInput {
  readonly keys: ReadonlyArray<Key<'disk'>>;
}

export type DiskContext<Input extends DisksInput> = StepContext<Input, DiskServices>;

/** Why the driver could not do it, by the keys of the disks for which it could not. */
type Failures = Readonly<Record<string, string>>;

interface DiskWork<Input extends DisksInput> {
  readonly kind: string;
  ask(context: DiskContext<Input>, disk: Disk): Promise<DriverAnswer>;
  /** Writes down how it ended for one disk: well, where there is no error. */
  end(
    tx: Tx,
    disk: Disk,
    ended: { readonly context: DiskContext<Input>; readonly error: string | null },
  ): Promise<void>;
}

/** One step: ask the driver for each disk until all are done, then write down how each ended. */
export function diskWorkflow<Input extends DisksInput>(
  work: DiskWork<Input>,
): Workflow<Input, DiskServices> {
  return defineWorkflow<Input, DiskServices>()((step) => ({
    kind: work.kind,
    attemptsMax: settledAttemptsMax,
    steps: [
      step<Failures>({
        name: 'ask',
        run: (context) => askAll(work, context),
        async commit(tx, context, failures) {
          for (const disk of await disksIn(tx, context)) {
            await work.end(tx, disk, { context, error: failures[disk.key] ?? null });
          }
        },
      }),
    ],
    async failed(tx, context, { message: error }) {
      for (const disk of await disksIn(tx, context)) await work.end(tx, disk, { context, error });
    },
  }));
}

async function askAll<Input extends DisksInput>(
  work: DiskWork<Input>,
  context: DiskContext<Input>,
): Promise<Outcome<Failures>> {
  const disks = await context.services.store.read((reader) => disksIn(reader, context));
  const answers = await Promise.all(disks.map((disk) => work.ask(context, disk)));
  const failures: Record<string, string> = {};
  let waitMs: number | undefined;
  for (const [at, answer] of answers.entries()) {
    const settled = settle(answer, context.attempt);
    if (settled === 'done') continue;
    if ('waitMs' in settled) waitMs = Math.max(waitMs ?? 0, settled.waitMs);
    else failures[disks[at]?.key ?? ''] = settled.failed;
  }
  return waitMs === undefined ? { done: failures } : { waitMs };
}

async function disksIn<Input extends DisksInput>(
  reader: Pick<Tx, 'all'>,
  { input }: DiskContext<Input>,
): Promise<readonly Disk[]> {
  return (await reader.all(disksByKeys, { keys: input.keys })).map(diskOf);
}
