// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-authorizesecuritygroup
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/authorize-security-group.ts';
import { authorize } from './change-rules.ts';
import { ingressFields, permissions } from './rule-fields.ts';

export const authorizeSecurityGroup = action.write({
  model,
  input: {
    ...ingressFields,
    Permissions: permissions(ingressFields),
    ClientToken: clientToken,
  },
  handle: (context, asked) => authorize(context, asked, 'ingress'),
});
