// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeTemplateLimits.
import { membersMax } from '#resources/parameter-template/verbs/templates.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-template-limits.ts';

/** How many members a template of each kind may have. */
export const describeTemplateLimits = action.read({
  model,
  handle: async () => ({
    TemplateLimit: {
      AddressTemplateMemberLimit: membersMax.addresses,
      AddressTemplateGroupMemberLimit: membersMax['address-group'],
      ServiceTemplateMemberLimit: membersMax.services,
      ServiceTemplateGroupMemberLimit: membersMax['service-group'],
    },
  }),
});
