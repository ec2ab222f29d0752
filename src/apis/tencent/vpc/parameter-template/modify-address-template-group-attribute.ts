// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyAddressTemplateGroupAttribute.
import { changeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-address-template-group-attribute.ts';
import { memberIds, templateId, templateName } from './template-fields.ts';

/** Renames a group of templates, or gives it others. */
export const modifyAddressTemplateGroupAttribute = action.write({
  model,
  input: {
    AddressTemplateGroupId: templateId('address-group'),
    AddressTemplateGroupName: templateName,
    AddressTemplateIds: memberIds('addresses'),
  },
  handle: async (context, input) => {
    await changeTemplate(context, {
      region: context.region,
      kind: 'address-group',
      template: input.AddressTemplateGroupId,
      name: input.AddressTemplateGroupName,
      members: input.AddressTemplateIds?.map((value) => ({ value, description: '' })),
    });
  },
});
