// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-deleteforwardentry
import { deleteDnatRules } from '#resources/nat-gateway/verbs/dnat-rules.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-forward-entry.ts';
import { gatewayOf } from '../snat-rule/snat-entry-shapes.ts';

export const deleteForwardEntry = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { ForwardTableId: table, ForwardEntryId: key }) =>
    deleteDnatRules(context, {
      gateway: gatewayOf(table),
      region: context.region,
      rules: [{ key }],
    }),
});
