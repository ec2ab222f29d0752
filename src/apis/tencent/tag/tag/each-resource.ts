import type { BatchContext } from '#apis/context.ts';
import type { TagChange } from '#resources/tag/verbs/change-tags.ts';
import { changeResource } from './change-resource.ts';

/** Changes the tags of each resource for itself, and answers those where it could not be done. */
export async function eachResource(
  context: BatchContext,
  names: readonly string[],
  change: Pick<TagChange, 'set' | 'remove'>,
) {
  const failed = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const refused = await context.attempt((scope) => changeResource(scope, name, change));
      if (refused === undefined) return [];
      const { code: Code, message: Message } = refused;
      return [{ Resource: name, Code, Message }];
    }),
  );
  return { FailedResources: failed.flat() };
}
