import type { Done } from './one-by-one.ts';

/** How many instances were named, and how many of them were refused. */
export function roleCounts(done: readonly Done[]) {
  const failed = done.filter(({ refused }) => refused !== undefined);
  return { TotalCount: done.length, FailCount: failed.length };
}

/** What became of each instance, as the pages of roles tell it. */
export function roleResults(done: readonly Done[]) {
  return done.map(({ key, refused }) => ({
    Code: refused?.code ?? '200',
    Message: refused?.message ?? 'Success',
    InstanceId: key,
    Success: refused === undefined,
  }));
}
