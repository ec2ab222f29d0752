// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-authorizesecuritygroupegress
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/authorize-security-group-egress.ts';
import { authorize } from './change-rules.ts';
import { egressFields, permissions } from './rule-fields.ts';

export const authorizeSecurityGroupEgress = action.write({
  model,
  input: {
    ...egressFields,
    Permissions: permissions(egressFields),
    ClientToken: clientToken,
  },
  handle: (context, asked) => authorize(context, asked, 'egress'),
});
