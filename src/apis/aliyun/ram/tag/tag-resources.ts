// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-tagresources
import { action } from '#apis/context.ts';
import { changeTags } from '#resources/tag/verbs/change-tags.ts';
import { list, string, structure } from '#wire/builders.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { tagsMax } from '../../tag-rules.ts';
import { resourceNames, resourceType, rolesNamed } from './role-tags.ts';

/** Sets tags on roles, on all of them or on none. */
export const tagResources = action.write({
  name: 'TagResources',
  region: 'none',
  input: structure({
    ResourceType: resourceType,
    ResourceNames: {
      ...list(string({ max: 64 }), { ...resourceNames, style: 'json' }),
      required: true,
    },
    Tag: { ...givenTags, required: true },
  }),
  output: structure({}),
  handle: async (context, { ResourceNames, Tag }) => {
    const set = checkedTags(Tag);
    const roles = await rolesNamed(context, context.vendor, ResourceNames);
    const resources = roles.map(({ key }) => ({ kind: 'role', key }) as const);
    const [refused] = await changeTags(context, { resources, region: null, set, tagsMax });
    if (refused !== undefined) throw refused.fault;
  },
});
