import type { ParameterTemplate } from '#resources/parameter-template/parameter-template.ts';
import { id } from '#wire/builders.ts';
import type { ReadContext } from '../../../context.ts';
import { memberTime, tagsShown, templateTimes } from './template-fields.ts';

/** What is told of a template. */
export const addressTemplateShape = {
  AddressTemplateId: id('addresses'),
  AddressExtraSet: { item: { fields: memberTime } },
  ...templateTimes,
} as const;

/** Templates with their tags. */
export async function showAddressTemplates(
  context: Pick<ReadContext, 'db'>,
  templates: readonly ParameterTemplate[],
) {
  const tagsOf = await tagsShown(context, templates);
  return templates.map((template) => ({
    AddressTemplateId: template.key,
    AddressTemplateName: template.name,
    AddressSet: template.members.map(({ value }) => value),
    AddressExtraSet: template.members.map((member) => ({
      Address: member.value,
      Description: member.description,
      UpdatedTime: member.updatedAt,
    })),
    CreatedTime: template.createdAt,
    UpdatedTime: template.updatedAt,
    TagSet: tagsOf(template),
  }));
}
