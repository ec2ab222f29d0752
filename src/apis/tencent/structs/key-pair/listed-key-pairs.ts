import type { ReadContext } from '#apis/context.ts';
import { listKeyPairs } from '#resources/key-pair/verbs/list-key-pairs.ts';
import type { FilterValues } from '#wire/infer.ts';
import { asks, projectOf } from '../filters.ts';
import { taggedFilters, keysNamed, pageOf } from '../listing.ts';
import { showKeyPairs } from './render-key-pair.ts';

export const keyPairFilters = taggedFilters({
  'project-id': asks('projects', projectOf),
  'key-name': asks('names'),
});

interface ListAsked {
  readonly KeyIds?: readonly string[] | undefined;
  readonly Filters?: FilterValues | undefined;
  readonly Offset: number;
  readonly Limit: number;
}

/** Key pairs of the region, newest first; unknown ids are left out (D24). */
export async function listedKeyPairs(context: ReadContext, asked: ListAsked) {
  const { region } = context;
  const query = keyPairFilters.read(asked.Filters, region);
  const filter = { ...query, keys: query.keys ?? keysNamed(asked.KeyIds) };
  const { total, items } = await listKeyPairs(context, { region, filter, page: pageOf(asked) });
  return { TotalCount: total, KeyPairSet: await showKeyPairs(context, items) };
}
