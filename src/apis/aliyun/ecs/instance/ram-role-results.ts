import type { BatchContext, WriteContext } from '#apis/context.ts';

interface Done {
  readonly Code: string;
  readonly Message: string;
  readonly InstanceId: string;
  readonly Success: boolean;
}

/** Does something to each instance by itself, and tells of each what came of it. */
export async function eachInstance(
  context: BatchContext,
  keys: readonly string[],
  work: (scope: WriteContext, key: string) => Promise<void>,
): Promise<{ readonly results: readonly Done[]; readonly failed: number }> {
  const results: Done[] = [];
  for (const InstanceId of keys) {
    const refused = await context.attempt((scope) => work(scope, InstanceId));
    const { code: Code = '200', message: Message = 'success' } = refused ?? {};
    results.push({ Code, Message, InstanceId, Success: refused === undefined });
  }
  return { results, failed: results.filter(({ Success }) => !Success).length };
}
