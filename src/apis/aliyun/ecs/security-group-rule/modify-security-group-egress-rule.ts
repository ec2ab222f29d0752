// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifysecuritygroupegressrule
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/modify-security-group-egress-rule.ts';
import { modify } from './change-rules.ts';
import { egressFields } from './rule-fields.ts';

export const modifySecurityGroupEgressRule = action.write({
  model,
  input: {
    ...egressFields,
    SecurityGroupRuleId: id('security-group-rule'),
    ClientToken: clientToken,
  },
  handle: (context, asked) => modify(context, asked, 'egress'),
});
