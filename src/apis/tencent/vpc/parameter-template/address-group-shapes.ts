import type { ParameterTemplate } from '#resources/parameter-template/parameter-template.ts';
import { templatesOfKeys } from '#resources/parameter-template/usage.ts';
import { id } from '#wire/builders.ts';
import type { ReadContext } from '../../../context.ts';
import { memberTime, tagsShown, templateTimes } from './template-fields.ts';

/** What is told of a group of templates. */
export const addressTemplateGroupShape = {
  AddressTemplateGroupId: id('address-group'),
  AddressTemplateIdSet: { item: id('addresses') },
  AddressTemplateSet: {
    item: { fields: { AddressTemplateId: id('addresses'), ...memberTime } },
  },
  ...templateTimes,
} as const;

/** Groups with their templates and tags. */
export async function showAddressTemplateGroups(
  context: Pick<ReadContext, 'db'>,
  groups: readonly ParameterTemplate[],
) {
  const keys = groups.flatMap(({ members }) => members.map(({ value }) => value));
  const templates = await templatesOfKeys(context.db, keys);
  const tagsOf = await tagsShown(context, groups);
  return groups.map((group) => ({
    AddressTemplateGroupId: group.key,
    AddressTemplateGroupName: group.name,
    AddressTemplateIdSet: group.members.map(({ value }) => value),
    AddressTemplateSet: group.members.flatMap(({ value }) => {
      const template = templates.get(value);
      if (template === undefined) return [];
      const { key, name, members, updatedAt } = template;
      const [first, last] = [members[0]?.value ?? '', members.at(-1)?.value ?? ''];
      return [
        {
          AddressTemplateId: key,
          AddressTemplateName: name,
          From: first,
          To: last,
          Description: '',
          UpdatedTime: updatedAt,
        },
      ];
    }),
    CreatedTime: group.createdAt,
    UpdatedTime: group.updatedAt,
    TagSet: tagsOf(group),
  }));
}
