import type { ReadContext } from '#apis/context.ts';
import type { InstanceQuery } from '#resources/instance/query.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { offsetAndLimit, type PagingAsked } from '../../paging.ts';
import { hiddenStates } from './words.ts';

/** The instances of a region that a list shows on the page asked for, and the page's figures. */
export async function instancePage(
  context: ReadContext,
  asked: PagingAsked,
  { keys, ...query }: Omit<InstanceQuery, 'region'>,
) {
  const { total, instances } = await listInstances(context, {
    region: context.region,
    keys: keys?.length === 0 ? undefined : keys,
    notStates: hiddenStates,
    ...query,
    ...offsetAndLimit(asked),
  });
  const { PageNumber, PageSize } = asked;
  return { instances, figures: { TotalCount: total, PageNumber, PageSize } };
}
