// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// CreateServiceTemplate.
import { addTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-service-template.ts';
import { serviceTemplateShape, showServiceTemplates } from './service-shapes.ts';
import { describedMembers, membersOf, plainMembers, templateName } from './template-fields.ts';

export const createServiceTemplate = action.write({
  model,
  input: {
    ServiceTemplateName: templateName,
    Services: plainMembers,
    ServicesExtra: describedMembers,
    Tags: tagsGiven,
  },
  output: { ServiceTemplate: { fields: serviceTemplateShape } },
  handle: async (context, input) => {
    const described = input.ServicesExtra?.map(({ Service: value, Description = '' }) => {
      return { value, description: Description };
    });
    const template = await addTemplate(context, {
      region: context.region,
      kind: 'services',
      name: input.ServiceTemplateName,
      members: membersOf(input.Services, described) ?? [],
      tags: checkedTags(input.Tags),
    });
    const [ServiceTemplate] = await showServiceTemplates(context, [template]);
    if (ServiceTemplate === undefined) {
      throw new Error(`The template ${template.key} is not shown.`);
    }
    return { ServiceTemplate };
  },
});
