// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeprefixlistassociations
import { getPrefixList } from '#resources/prefix-list/verbs/prefix-lists.ts';
import { action } from '#apis/context.ts';
import { nextToken } from '../../tagging/list-tags.ts';
import * as model from '../models/describe-prefix-list-associations.ts';

/** No rule and no template refers to a prefix list here. */
export const describePrefixListAssociations = action.read({
  model,
  input: { MaxResults: { default: 10, min: 1, max: 100 }, NextToken: nextToken },
  handle: async (context, { PrefixListId: list }) => {
    await getPrefixList(context, { list, region: context.region });
    return { NextToken: '', PrefixListAssociations: [] };
  },
});
