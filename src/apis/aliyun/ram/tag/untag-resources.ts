// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-untagresources
import { action } from '#apis/context.ts';
import { changeTags } from '#resources/tag/verbs/change-tags.ts';
import { boolean, list, string, structure } from '#wire/builders.ts';
import { removedTags, tagsRemoved } from '../../tagging/change-tags.ts';
import { resourceNames, resourceType, rolesNamed } from './role-tags.ts';

/** Takes tags off roles, off all of them or off none. */
export const untagResources = action.write({
  name: 'UntagResources',
  region: 'none',
  input: structure({
    ResourceType: resourceType,
    ResourceNames: {
      ...list(string({ max: 64 }), { ...resourceNames, style: 'json' }),
      required: true,
    },
    TagKey: list(string({ max: 128 }), { max: tagsRemoved.TagKey.max }),
    All: { ...boolean(), default: false },
  }),
  output: structure({}),
  handle: async (context, { ResourceNames, ...which }) => {
    const remove = removedTags(which);
    const roles = await rolesNamed(context, context.vendor, ResourceNames);
    const resources = roles.map(({ key }) => ({ kind: 'role', key }) as const);
    const [refused] = await changeTags(context, { resources, region: null, remove });
    if (refused !== undefined) throw refused.fault;
  },
});
