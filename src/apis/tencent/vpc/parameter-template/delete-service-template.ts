// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DeleteServiceTemplate.
import { removeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-service-template.ts';
import { templateId } from './template-fields.ts';

export const deleteServiceTemplate = action.write({
  model,
  input: { ServiceTemplateId: templateId('services') },
  handle: async (context, { ServiceTemplateId: template }) => {
    await removeTemplate(context, { region: context.region, kind: 'services', template });
  },
});
