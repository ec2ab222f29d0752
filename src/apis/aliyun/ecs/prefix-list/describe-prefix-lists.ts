// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeprefixlists
import { prefixListFaults } from '#resources/prefix-list/faults.ts';
import { listPrefixLists } from '#resources/prefix-list/verbs/prefix-lists.ts';
import { groupsOfPrefixLists } from '#resources/security-group-rule/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { time } from '#wire/builders.ts';
import { action } from '#apis/context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { nextToken } from '../../tagging/list-tags.ts';
import * as model from '../models/describe-prefix-lists.ts';
import { addressFamily, families, familyNames } from './prefix-list-fields.ts';

export const describePrefixLists = action.read({
  model,
  input: {
    AddressFamily: addressFamily,
    PrefixListId: { max: 100, reasons: { count: prefixListFaults.tooManyNamed } },
    MaxResults: { default: 10, min: 1, max: 100 },
    NextToken: nextToken,
    Tag: tagFilters,
  },
  output: { PrefixLists: { item: { fields: { CreationTime: time({ form: 'minutes' }) } } } },
  handle: async (context, input) => {
    const { account, region, db } = context;
    const { AddressFamily: family, PrefixListName: name, PrefixListId: keys } = input;
    const { items, next } = await listPrefixLists(context, {
      region,
      filter: {
        keys,
        names: name === undefined ? undefined : [name],
        family: family && families[family],
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
      },
      page: { after: afterToken(input.NextToken), limit: input.MaxResults },
    });
    const shown = items.map(({ key }) => key);
    const tags = await tagsOf(db, 'prefix-list', shown);
    const groups = await groupsOfPrefixLists(db, shown);
    return {
      NextToken: tokenAfter(next),
      PrefixLists: items.map((list) => ({
        AddressFamily: familyNames[list.family],
        AssociationCount: groups.get(list.key)?.length ?? 0,
        CreationTime: list.createdAt,
        Description: list.description,
        MaxEntries: list.entriesMax,
        PrefixListId: list.key,
        PrefixListName: list.name,
        ResourceGroupId: list.resourceGroup ?? '',
        Tags: (tags.get(list.key) ?? []).map((tag) => ({ TagKey: tag.name, TagValue: tag.value })),
      })),
    };
  },
});
