// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DeleteAddressTemplateGroup.
import { removeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-address-template-group.ts';
import { templateId } from './template-fields.ts';

export const deleteAddressTemplateGroup = action.write({
  model,
  input: { AddressTemplateGroupId: templateId('address-group') },
  handle: async (context, { AddressTemplateGroupId: template }) => {
    await removeTemplate(context, { region: context.region, kind: 'address-group', template });
  },
});
