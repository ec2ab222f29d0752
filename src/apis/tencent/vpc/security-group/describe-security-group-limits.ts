// https://cloud.tencent.com/document/api/215/55999, models/tencent/vpc.json.
import { limitOf } from '#resources/quota/quota.ts';
import { membersMax } from '#resources/security-group/verbs/require-room.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-security-group-limits.ts';

/** What holds here: rules that name groups are rules like any other. */
export const describeSecurityGroupLimits = action.read({
  model,
  handle: async (context) => {
    const rules = await limitOf(context, 'rulesPerDirectionMax');
    const members = await membersMax(context, 'basic');
    return {
      SecurityGroupLimitSet: {
        SecurityGroupLimit: await limitOf(context, 'securityGroupsPerRegionMax', {
          place: context.region,
        }),
        SecurityGroupPolicyLimit: rules,
        ReferedSecurityGroupLimit: rules,
        SecurityGroupInstanceLimit: members,
        InstanceSecurityGroupLimit: await limitOf(context, 'securityGroupsPerInstanceMax'),
        SecurityGroupExtendedPolicyLimit: rules,
        SecurityGroupReferedCvmAndEniLimit: members,
        SecurityGroupReferedSvcLimit: 0,
      },
    };
  },
});
