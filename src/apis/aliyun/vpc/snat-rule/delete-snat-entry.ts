// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-deletesnatentry
import { deleteSnatRules } from '#resources/nat-gateway/verbs/change-snat-rules.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-snat-entry.ts';
import { gatewayOf } from './snat-entry-shapes.ts';

export const deleteSnatEntry = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { SnatTableId: table, SnatEntryId: rule }) =>
    deleteSnatRules(context, {
      gateway: gatewayOf(table),
      region: context.region,
      rules: [rule],
    }),
});
