// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyServiceTemplateAttribute.
import { changeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-service-template-attribute.ts';
import {
  describedMembers,
  membersOf,
  plainMembers,
  templateId,
  templateName,
} from './template-fields.ts';

/** Renames a template, or gives it other members. */
export const modifyServiceTemplateAttribute = action.write({
  model,
  input: {
    ServiceTemplateId: templateId('services'),
    ServiceTemplateName: templateName,
    Services: plainMembers,
    ServicesExtra: describedMembers,
  },
  handle: async (context, input) => {
    const described = input.ServicesExtra?.map(({ Service: value, Description = '' }) => {
      return { value, description: Description };
    });
    await changeTemplate(context, {
      region: context.region,
      kind: 'services',
      template: input.ServiceTemplateId,
      name: input.ServiceTemplateName,
      members: membersOf(input.Services, described),
    });
  },
});
