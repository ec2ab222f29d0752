// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeServiceTemplateGroups.
import { action } from '../../../context.ts';
import * as model from '../models/describe-service-template-groups.ts';
import { serviceTemplateGroupShape, showServiceTemplateGroups } from './service-group-shapes.ts';
import { orderedTemplates, templateFilters, templatePage } from './template-fields.ts';

const filters = templateFilters('service-template-group', 'service-group');

/** Groups of templates of the region, newest first where no order is asked for. */
export const describeServiceTemplateGroups = action.read({
  model,
  input: {
    Filters: filters.shape,
    NeedMemberInfo: { default: true },
    ...templatePage('ServiceTemplateGroup', 'ServiceTemplateId'),
  },
  output: { ServiceTemplateGroupSet: { item: { fields: serviceTemplateGroupShape } } },
  handle: async (context, input) => {
    const filter = filters.read(input.Filters, context.region);
    const { total, items } = await orderedTemplates(context, 'service-group', {
      filter,
      asked: input,
    });
    const shown = await showServiceTemplateGroups(context, items);
    const { NeedMemberInfo: isWhole } = input;
    return {
      TotalCount: total,
      ServiceTemplateGroupSet: isWhole
        ? shown
        : shown.map((one) => ({ ...one, ServiceTemplateSet: [] })),
    };
  },
});
