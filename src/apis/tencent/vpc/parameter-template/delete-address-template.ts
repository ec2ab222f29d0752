// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DeleteAddressTemplate.
import { removeTemplate } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-address-template.ts';
import { templateId } from './template-fields.ts';

export const deleteAddressTemplate = action.write({
  model,
  input: { AddressTemplateId: templateId('addresses') },
  handle: async (context, { AddressTemplateId: template }) => {
    await removeTemplate(context, { region: context.region, kind: 'addresses', template });
  },
});
