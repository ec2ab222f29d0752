// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// CreateAddressTemplate.
import { addTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-address-template.ts';
import { addressTemplateShape, showAddressTemplates } from './address-shapes.ts';
import { describedMembers, membersOf, plainMembers, templateName } from './template-fields.ts';

export const createAddressTemplate = action.write({
  model,
  input: {
    AddressTemplateName: templateName,
    Addresses: plainMembers,
    AddressesExtra: describedMembers,
    Tags: tagsGiven,
  },
  output: { AddressTemplate: { fields: addressTemplateShape } },
  handle: async (context, input) => {
    const described = input.AddressesExtra?.map(({ Address: value, Description = '' }) => {
      return { value, description: Description };
    });
    const template = await addTemplate(context, {
      region: context.region,
      kind: 'addresses',
      name: input.AddressTemplateName,
      members: membersOf(input.Addresses, described) ?? [],
      tags: checkedTags(input.Tags),
    });
    const [AddressTemplate] = await showAddressTemplates(context, [template]);
    if (AddressTemplate === undefined) {
      throw new Error(`The template ${template.key} is not shown.`);
    }
    return { AddressTemplate };
  },
});
