// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeprefixlistassociations
import { getPrefixList } from '#resources/prefix-list/verbs/prefix-lists.ts';
import { groupsOfPrefixLists } from '#resources/security-group-rule/usage.ts';
import { id } from '#wire/builders.ts';
import { action } from '#apis/context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import { nextToken } from '../../tagging/list-tags.ts';
import * as model from '../models/describe-prefix-list-associations.ts';

/** The security groups whose rules name a prefix list; no template names one here. */
export const describePrefixListAssociations = action.read({
  model,
  input: { MaxResults: { default: 10, min: 1, max: 100 }, NextToken: nextToken },
  output: { PrefixListAssociations: { item: { fields: { ResourceId: id('security-group') } } } },
  handle: async (context, { PrefixListId: list, MaxResults, NextToken }) => {
    await getPrefixList(context, { list, region: context.region });
    const groups = (await groupsOfPrefixLists(context.db, [list])).get(list) ?? [];
    const from = afterToken(NextToken) ?? 0;
    const to = from + MaxResults;
    return {
      NextToken: tokenAfter(to < groups.length ? to : undefined),
      PrefixListAssociations: groups.slice(from, to).map((group) => ({
        ResourceId: group,
        ResourceType: 'securitygroup',
      })),
    };
  },
});
