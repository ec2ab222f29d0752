// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// CreateServiceTemplateGroup.
import { addTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-service-template-group.ts';
import { serviceTemplateGroupShape, showServiceTemplateGroups } from './service-group-shapes.ts';
import { memberIds, templateName } from './template-fields.ts';

export const createServiceTemplateGroup = action.write({
  model,
  input: {
    ServiceTemplateGroupName: templateName,
    ServiceTemplateIds: memberIds('services'),
    Tags: tagsGiven,
  },
  output: { ServiceTemplateGroup: { fields: serviceTemplateGroupShape } },
  handle: async (context, input) => {
    const group = await addTemplate(context, {
      region: context.region,
      kind: 'service-group',
      name: input.ServiceTemplateGroupName,
      members: input.ServiceTemplateIds.map((value) => ({ value, description: '' })),
      tags: checkedTags(input.Tags),
    });
    const [ServiceTemplateGroup] = await showServiceTemplateGroups(context, [group]);
    if (ServiceTemplateGroup === undefined) {
      throw new Error(`The group ${group.key} is not shown.`);
    }
    return { ServiceTemplateGroup };
  },
});
