// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeAddressTemplateGroups.
import { action } from '../../../context.ts';
import * as model from '../models/describe-address-template-groups.ts';
import { addressTemplateGroupShape, showAddressTemplateGroups } from './address-group-shapes.ts';
import { orderedTemplates, templateFilters, templatePage } from './template-fields.ts';

const filters = templateFilters('address-template-group', 'address-group');

/** Groups of templates of the region, newest first where no order is asked for. */
export const describeAddressTemplateGroups = action.read({
  model,
  input: {
    Filters: filters.shape,
    NeedMemberInfo: { default: true },
    ...templatePage('AddressTemplateGroup', 'AddressTemplateId'),
  },
  output: { AddressTemplateGroupSet: { item: { fields: addressTemplateGroupShape } } },
  handle: async (context, input) => {
    const filter = filters.read(input.Filters, context.region);
    const { total, items } = await orderedTemplates(context, 'address-group', {
      filter,
      asked: input,
    });
    const shown = await showAddressTemplateGroups(context, items);
    const { NeedMemberInfo: isWhole } = input;
    return {
      TotalCount: total,
      AddressTemplateGroupSet: isWhole
        ? shown
        : shown.map((one) => ({ ...one, AddressTemplateSet: [] })),
    };
  },
});
