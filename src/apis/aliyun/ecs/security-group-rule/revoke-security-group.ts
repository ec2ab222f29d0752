// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-revokesecuritygroup
import { id, list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/revoke-security-group.ts';
import { revoke } from './change-rules.ts';
import { ingressFields, permissions } from './rule-fields.ts';

export const revokeSecurityGroup = action.write({
  model,
  input: {
    ...ingressFields,
    Permissions: permissions(ingressFields),
    SecurityGroupRuleId: list(id('security-group-rule'), { max: 100 }),
    ClientToken: clientToken,
  },
  handle: (context, asked) => revoke(context, asked, 'ingress'),
});
