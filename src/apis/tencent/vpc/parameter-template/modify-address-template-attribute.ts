// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyAddressTemplateAttribute.
import { changeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-address-template-attribute.ts';
import {
  describedMembers,
  membersOf,
  plainMembers,
  templateId,
  templateName,
} from './template-fields.ts';

/** Renames a template, or gives it other members. */
export const modifyAddressTemplateAttribute = action.write({
  model,
  input: {
    AddressTemplateId: templateId('addresses'),
    AddressTemplateName: templateName,
    Addresses: plainMembers,
    AddressesExtra: describedMembers,
  },
  handle: async (context, input) => {
    const described = input.AddressesExtra?.map(({ Address: value, Description = '' }) => {
      return { value, description: Description };
    });
    await changeTemplate(context, {
      region: context.region,
      kind: 'addresses',
      template: input.AddressTemplateId,
      name: input.AddressTemplateName,
      members: membersOf(input.Addresses, described),
    });
  },
});
