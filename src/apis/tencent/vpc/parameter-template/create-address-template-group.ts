// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// CreateAddressTemplateGroup.
import { addTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-address-template-group.ts';
import { addressTemplateGroupShape, showAddressTemplateGroups } from './address-group-shapes.ts';
import { memberIds, templateName } from './template-fields.ts';

export const createAddressTemplateGroup = action.write({
  model,
  input: {
    AddressTemplateGroupName: templateName,
    AddressTemplateIds: memberIds('addresses'),
    Tags: tagsGiven,
  },
  output: { AddressTemplateGroup: { fields: addressTemplateGroupShape } },
  handle: async (context, input) => {
    const group = await addTemplate(context, {
      region: context.region,
      kind: 'address-group',
      name: input.AddressTemplateGroupName,
      members: input.AddressTemplateIds.map((value) => ({ value, description: '' })),
      tags: checkedTags(input.Tags),
    });
    const [AddressTemplateGroup] = await showAddressTemplateGroups(context, [group]);
    if (AddressTemplateGroup === undefined) {
      throw new Error(`The group ${group.key} is not shown.`);
    }
    return { AddressTemplateGroup };
  },
});
