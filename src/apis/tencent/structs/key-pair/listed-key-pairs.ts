import type { ReadContext } from '#apis/context.ts';
import { listKeyPairs } from '#resources/key-pair/verbs/list-key-pairs.ts';
import type { FilterValues } from '#wire/infer.ts';
import { projectsIn, tagFiltersIn } from '../listing.ts';
import { showKeyPairs } from './render-key-pair.ts';

interface ListAsked {
  readonly KeyIds?: readonly string[] | undefined;
  readonly Filters?: FilterValues | undefined;
  readonly Offset: number;
  readonly Limit: number;
}

/** Key pairs of the region, newest first; unknown ids are left out (D24). */
export async function listedKeyPairs(
  context: ReadContext,
  { KeyIds: keys = [], Filters: given, Offset: offset, Limit: limit }: ListAsked,
) {
  const { total, items } = await listKeyPairs(context, {
    region: context.region,
    filter: {
      keys: keys.length === 0 ? undefined : keys,
      names: given?.get('key-name'),
      projects: projectsIn(given),
      tags: tagFiltersIn(given),
    },
    page: { offset, limit },
  });
  return { TotalCount: total, KeyPairSet: await showKeyPairs(context, items) };
}
