// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DeleteServiceTemplateGroup.
import { removeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-service-template-group.ts';
import { templateId } from './template-fields.ts';

export const deleteServiceTemplateGroup = action.write({
  model,
  input: { ServiceTemplateGroupId: templateId('service-group') },
  handle: async (context, { ServiceTemplateGroupId: template }) => {
    await removeTemplate(context, { region: context.region, kind: 'service-group', template });
  },
});
