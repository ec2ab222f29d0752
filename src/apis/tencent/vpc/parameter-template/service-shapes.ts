import type { ParameterTemplate } from '#resources/parameter-template/parameter-template.ts';
import { id } from '#wire/builders.ts';
import type { ReadContext } from '../../../context.ts';
import { memberTime, tagsShown, templateTimes } from './template-fields.ts';

/** What is told of a template. */
export const serviceTemplateShape = {
  ServiceTemplateId: id('services'),
  ServiceExtraSet: { item: { fields: memberTime } },
  ...templateTimes,
} as const;

/** Templates with their tags. */
export async function showServiceTemplates(
  context: Pick<ReadContext, 'db'>,
  templates: readonly ParameterTemplate[],
) {
  const tagsOf = await tagsShown(context, templates);
  return templates.map((template) => ({
    ServiceTemplateId: template.key,
    ServiceTemplateName: template.name,
    ServiceSet: template.members.map(({ value }) => value),
    ServiceExtraSet: template.members.map((member) => ({
      Service: member.value,
      Description: member.description,
      UpdatedTime: member.updatedAt,
    })),
    CreatedTime: template.createdAt,
    UpdatedTime: template.updatedAt,
    TagSet: tagsOf(template),
  }));
}
