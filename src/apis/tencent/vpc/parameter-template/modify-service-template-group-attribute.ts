// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyServiceTemplateGroupAttribute.
import { changeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-service-template-group-attribute.ts';
import { memberIds, templateId, templateName } from './template-fields.ts';

/** Renames a group of templates, or gives it others. */
export const modifyServiceTemplateGroupAttribute = action.write({
  model,
  input: {
    ServiceTemplateGroupId: templateId('service-group'),
    ServiceTemplateGroupName: templateName,
    ServiceTemplateIds: memberIds('services'),
  },
  handle: async (context, input) => {
    await changeTemplate(context, {
      region: context.region,
      kind: 'service-group',
      template: input.ServiceTemplateGroupId,
      name: input.ServiceTemplateGroupName,
      members: input.ServiceTemplateIds?.map((value) => ({ value, description: '' })),
    });
  },
});
