// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describekeypairs
import { action } from '#apis/context.ts';
import { listKeyPairs } from '#resources/key-pair/verbs/list-key-pairs.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { likeOf } from '../../wildcard.ts';
import * as model from '../models/describe-key-pairs.ts';
import { fingerprintText } from './key-pair-fields.ts';

/** Key pairs of the region, newest first; `*` in a name stands for anything. */
export const describeKeyPairs = action.read({
  model,
  input: {
    IncludePublicKey: { default: false },
    KeyPairFingerPrint: { max: 128 },
    KeyPairName: { max: 256 },
    PageNumber: { default: 1, min: 1, max: 1_000_000 },
    PageSize: { default: 10, min: 1, max: 50 },
    Tag: tagFilters,
  },
  output: {
    KeyPairs: { item: { fields: { PublicKey: { optional: true } } } },
  },
  handle: async (context, input) => {
    const { KeyPairName: name, KeyPairFingerPrint: fingerprint, PageNumber, PageSize } = input;
    const { total, items } = await listKeyPairs(context, {
      region: context.region,
      filter: {
        namePatterns: name === undefined ? undefined : [likeOf(name)],
        fingerprint: fingerprint?.replaceAll(':', '').toLowerCase(),
        resourceGroups: groupsAsked(context.account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
      },
      page: { offset: (PageNumber - 1) * PageSize, limit: PageSize },
    });
    const keys = items.map(({ key }) => key);
    const tags = await tagsOf(context.db, 'key-pair', keys);
    const KeyPairs = items.map((pair) => ({
      KeyPairName: pair.name,
      KeyPairFingerPrint: fingerprintText(pair.fingerprint),
      CreationTime: pair.createdAt,
      ResourceGroupId: pair.resourceGroup,
      ...(input.IncludePublicKey ? { PublicKey: pair.publicKey } : {}),
      Tags: (tags.get(pair.key) ?? []).map((tag) => ({ TagKey: tag.name, TagValue: tag.value })),
    }));
    return { TotalCount: total, PageNumber, PageSize, KeyPairs };
  },
});
