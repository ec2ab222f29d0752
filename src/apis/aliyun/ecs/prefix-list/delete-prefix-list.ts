// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteprefixlist
import { removePrefixList } from '#resources/prefix-list/verbs/prefix-lists.ts';
import { action } from '#apis/context.ts';
import * as model from '../models/delete-prefix-list.ts';

export const deletePrefixList = action.write({
  model,
  handle: (context, { PrefixListId: list }) =>
    removePrefixList(context, { list, region: context.region }),
});
