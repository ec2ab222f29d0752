// https://cloud.tencent.com/doc/api/229/查询安全组规则 (seed 004 L56029)
import { action } from '#apis/context.ts';
import { listRules } from '#resources/security-group-rule/verbs/list-rules.ts';
import { list, structure } from '#wire/builders.ts';
import { groupMeant, policyShown, shownRules } from './legacy-rules.ts';

/** The rules of a group, with the version that its changes count on. */
export const describeSecurityGroupPolicys = action.read({
  name: 'DescribeSecurityGroupPolicys',
  input: structure({ sgId: groupMeant }),
  output: structure({
    data: structure({ ingress: list(policyShown), egress: list(policyShown) }),
  }),
  handle: async (context, { sgId }) => {
    const { group, ...lists } = await listRules(context, { region: context.region, group: sgId });
    return {
      data: {
        ingress: shownRules(lists.ingress, group),
        egress: shownRules(lists.egress, group),
      },
    };
  },
});
