// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-revokesecuritygroupegress
import { id, list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/revoke-security-group-egress.ts';
import { revoke } from './change-rules.ts';
import { egressFields, permissions } from './rule-fields.ts';

export const revokeSecurityGroupEgress = action.write({
  model,
  input: {
    ...egressFields,
    Permissions: permissions(egressFields),
    SecurityGroupRuleId: list(id('security-group-rule'), { max: 100 }),
    ClientToken: clientToken,
  },
  handle: (context, asked) => revoke(context, asked, 'egress'),
});
