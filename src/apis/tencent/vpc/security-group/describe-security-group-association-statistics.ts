// https://cloud.tencent.com/document/api/215/17799, models/tencent/vpc.json.
import { countMembers } from '#resources/instance/usage.ts';
import { countInterfaces } from '#resources/network-interface/usage.ts';
import { requireKnownGroups } from '#resources/security-group/verbs/require-known-groups.ts';
import { referencesOf } from '#resources/security-group-rule/usage.ts';
import { action } from '../../../context.ts';
import { vpcIds } from '../listing.ts';
import * as model from '../models/describe-security-group-association-statistics.ts';

/** How many instances and interfaces are in each group, and how many groups name it. */
export const describeSecurityGroupAssociationStatistics = action.read({
  model,
  input: { SecurityGroupIds: vpcIds('security-group') },
  handle: async (context, { SecurityGroupIds: groups }) => {
    await requireKnownGroups(context, groups, context.region);
    const members = await countMembers(context.db, groups);
    const interfaces = await countInterfaces(context.db, groups);
    const references = await referencesOf(context.db, groups);
    return {
      SecurityGroupAssociationStatisticsSet: groups.map((group) => {
        const count = members.get(group) ?? 0;
        return {
          SecurityGroupId: group,
          CVM: count,
          // Databases and load balancers are other services.
          CDB: 0,
          ENI: interfaces.get(group) ?? 0,
          SG: references.get(group)?.length ?? 0,
          CLB: 0,
          InstanceStatistics: count === 0 ? [] : [{ InstanceType: 'CVM', InstanceCount: count }],
          TotalCount: count + (interfaces.get(group) ?? 0),
        };
      }),
    };
  },
});
