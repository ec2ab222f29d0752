// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listtagresources
import { action } from '#apis/context.ts';
import { textsOfToken, tokenAfterTexts, tokenCharactersMax } from '#apis/page-token.ts';
import { listRoles } from '#resources/role/verbs/get-role.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { integer, list, string, structure } from '#wire/builders.ts';
import { resourceNames, resourceType, rolesNamed } from './role-tags.ts';

/** The tags of roles that are named, or of all; of those asked for where some are. */
export const listTagResources = action.read({
  name: 'ListTagResources',
  region: 'none',
  input: structure({
    ResourceType: resourceType,
    ResourceNames: list(string({ max: 64 }), { ...resourceNames, style: 'json' }),
    Tag: list(structure({ Key: { ...string({ max: 128 }), required: true }, Value: string() }), {
      max: 20,
    }),
    NextToken: string({ max: tokenCharactersMax }),
    PageSize: { ...integer({ min: 1, max: 1_000 }), default: 100 },
  }),
  output: structure({
    NextToken: string(),
    TagResources: list(
      structure({
        ResourceId: string(),
        ResourceType: string(),
        ResourceName: string(),
        TagKey: string(),
        TagValue: string(),
      }),
      { element: 'TagResource' },
    ),
  }),
  handle: async (context, { ResourceNames: names = [], Tag = [], NextToken, PageSize }) => {
    const { vendor } = context;
    const roles =
      names.length === 0
        ? await listRoles(context, vendor)
        : await rolesNamed(context, vendor, names);
    const tags = await tagsOf(
      context.db,
      'role',
      roles.map(({ key }) => key),
    );
    const isAsked = (name: string, value: string): boolean =>
      Tag.length === 0 ||
      Tag.some(({ Key, Value }) => Key === name && (Value === undefined || Value === value));
    const [after = ''] = textsOfToken(NextToken, 1) ?? [];
    const found = roles
      .flatMap(({ key, name: role }) =>
        (tags.get(key) ?? [])
          .filter(({ name, value }) => isAsked(name, value))
          .map(({ name, value }) => ({ role, name, value, place: `${role}/${name}` })),
      )
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
      .filter(({ place }) => place > after);
    const page = found.slice(0, PageSize);
    const last = found.length > page.length ? page.at(-1) : undefined;
    return {
      NextToken: tokenAfterTexts(last && [last.place]),
      TagResources: page.map(({ role, name, value }) => ({
        ResourceId: role,
        ResourceType: 'role',
        ResourceName: role,
        TagKey: name,
        TagValue: value,
      })),
    };
  },
});
