import type { BatchContext, WriteContext } from '#apis/context.ts';
import type { WireFault } from '#wire/wire-fault.ts';

export interface Done {
  readonly key: string;
  /** Why it was not done. */
  readonly refused: WireFault | undefined;
}

/** Does something to each instance in a transaction of its own; one named twice counts once. */
export async function oneByOne(
  context: BatchContext,
  keys: readonly string[],
  work: (scope: WriteContext, key: string) => Promise<void>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const key of new Set(keys)) {
    const refused = await context.attempt((scope) => work(scope, key));
    done.push({ key, refused });
  }
  return done;
}

/** What became of each instance, as pages tell it: code 200 and this message where done. */
export function resultsOf(done: readonly Done[], message: string) {
  return done.map(({ key, refused }) => ({
    InstanceId: key,
    Code: refused?.code ?? '200',
    Message: refused?.message ?? message,
    Success: refused === undefined,
  }));
}

/** How many instances were named, and how many of them were refused. */
export function countsOf(done: readonly Done[]) {
  const failed = done.filter(({ refused }) => refused !== undefined);
  return { TotalCount: done.length, FailCount: failed.length };
}
