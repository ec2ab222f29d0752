import type { ParameterTemplate } from '#resources/parameter-template/parameter-template.ts';
import { templatesOfKeys } from '#resources/parameter-template/usage.ts';
import { id } from '#wire/builders.ts';
import type { ReadContext } from '../../../context.ts';
import { serviceTemplateShape, showServiceTemplates } from './service-shapes.ts';
import { tagsShown, templateTimes } from './template-fields.ts';

/** What is told of a group of templates. */
export const serviceTemplateGroupShape = {
  ServiceTemplateGroupId: id('service-group'),
  ServiceTemplateIdSet: { item: id('services') },
  ServiceTemplateSet: { item: { fields: serviceTemplateShape } },
  ...templateTimes,
} as const;

/** Groups with their templates and tags. */
export async function showServiceTemplateGroups(
  context: Pick<ReadContext, 'db'>,
  groups: readonly ParameterTemplate[],
) {
  const keys = groups.flatMap(({ members }) => members.map(({ value }) => value));
  const templates = await templatesOfKeys(context.db, keys);
  const tagsOf = await tagsShown(context, groups);
  const shown = await showServiceTemplates(context, [...templates.values()]);
  const shownOf = new Map(shown.map((one) => [one.ServiceTemplateId, one]));
  return groups.map((group) => ({
    ServiceTemplateGroupId: group.key,
    ServiceTemplateGroupName: group.name,
    ServiceTemplateIdSet: group.members.map(({ value }) => value),
    ServiceTemplateSet: group.members.flatMap(({ value }) => shownOf.get(value) ?? []),
    CreatedTime: group.createdAt,
    UpdatedTime: group.updatedAt,
    TagSet: tagsOf(group),
  }));
}
