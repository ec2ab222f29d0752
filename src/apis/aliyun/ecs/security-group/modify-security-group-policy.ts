// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifysecuritygrouppolicy
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { getSecurityGroup } from '#resources/security-group/verbs/get-security-group.ts';
import { modifyGroup } from '#resources/security-group/verbs/modify-group.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/modify-security-group-policy.ts';

/** Lets the members of a basic group reach each other, whatever its rules are, or not. */
export const modifySecurityGroupPolicy = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: async (context, { SecurityGroupId, InnerAccessPolicy }) => {
    const where = { region: context.region, group: SecurityGroupId };
    const { details } = await getSecurityGroup(context, where);
    const innerAccess = InnerAccessPolicy.toLowerCase();
    if (innerAccess !== 'accept' && innerAccess !== 'drop') {
      throw securityGroupFaults.innerAccessUnknown();
    }
    if (details.type === 'advanced') throw securityGroupFaults.innerAccessFixed();
    await modifyGroup(context, { ...where, innerAccess });
  },
});
