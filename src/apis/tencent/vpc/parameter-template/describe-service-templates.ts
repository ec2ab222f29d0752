// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeServiceTemplates.
import { action } from '../../../context.ts';
import * as model from '../models/describe-service-templates.ts';
import { serviceTemplateShape, showServiceTemplates } from './service-shapes.ts';
import { orderedTemplates, templateFilters, templatePage } from './template-fields.ts';

const filters = templateFilters('service-template', 'services');

/** Templates of the region, newest first where no order is asked for. */
export const describeServiceTemplates = action.read({
  model,
  input: {
    Filters: filters.shape,
    NeedMemberInfo: { default: true },
    ...templatePage('ServiceTemplate', 'Service'),
  },
  output: { ServiceTemplateSet: { item: { fields: serviceTemplateShape } } },
  handle: async (context, input) => {
    const filter = filters.read(input.Filters, context.region);
    const { total, items } = await orderedTemplates(context, 'services', { filter, asked: input });
    const shown = await showServiceTemplates(context, items);
    const { NeedMemberInfo: isWhole } = input;
    return {
      TotalCount: total,
      ServiceTemplateSet: isWhole ? shown : shown.map((one) => ({ ...one, ServiceExtraSet: [] })),
    };
  },
});
