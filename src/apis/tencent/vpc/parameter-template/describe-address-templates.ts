// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeAddressTemplates.
import { action } from '../../../context.ts';
import { asks } from '../../structs/filters.ts';
import * as model from '../models/describe-address-templates.ts';
import { addressTemplateShape, showAddressTemplates } from './address-shapes.ts';
import { orderedTemplates, templateFilters, templatePage } from './template-fields.ts';

const filters = templateFilters('address-template', 'addresses', {
  'address-ip': asks('members'),
});

/** Templates of the region, newest first where no order is asked for. */
export const describeAddressTemplates = action.read({
  model,
  input: {
    Filters: filters.shape,
    NeedMemberInfo: { default: true },
    ...templatePage('AddressTemplate', 'Address'),
  },
  output: { AddressTemplateSet: { item: { fields: addressTemplateShape } } },
  handle: async (context, input) => {
    const filter = filters.read(input.Filters, context.region);
    const { total, items } = await orderedTemplates(context, 'addresses', { filter, asked: input });
    const shown = await showAddressTemplates(context, items);
    const { NeedMemberInfo: isWhole } = input;
    return {
      TotalCount: total,
      AddressTemplateSet: isWhole ? shown : shown.map((one) => ({ ...one, AddressExtraSet: [] })),
    };
  },
});
