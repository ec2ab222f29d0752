// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifysecuritygrouprule
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/modify-security-group-rule.ts';
import { modify } from './change-rules.ts';
import { ingressFields } from './rule-fields.ts';

export const modifySecurityGroupRule = action.write({
  model,
  input: {
    ...ingressFields,
    SecurityGroupRuleId: id('security-group-rule'),
    ClientToken: clientToken,
  },
  handle: (context, asked) => modify(context, asked, 'ingress'),
});
