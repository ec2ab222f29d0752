import type { ReadContext } from '#apis/context.ts';
import { placementGroupQuota } from '#resources/placement-group/quota.ts';
import { allMembersMax } from '#resources/placement-group/verbs/groups.ts';

/** The quotas of placement groups, as the two actions that tell them have it. */
export async function groupQuotas(context: ReadContext) {
  const { limit, used } = await placementGroupQuota.state(context, context.region);
  const max = await allMembersMax(context);
  return {
    GroupQuota: limit,
    CurrentNum: used,
    CvmInHostGroupQuota: max.host,
    CvmInSwitchGroupQuota: max.switch,
    CvmInRackGroupQuota: max.rack,
  };
}
