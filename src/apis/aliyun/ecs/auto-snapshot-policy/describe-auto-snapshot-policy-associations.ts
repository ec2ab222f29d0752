// https://api.aliyun.com/document/Ecs/2014-05-26/DescribeAutoSnapshotPolicyAssociations
import { action } from '#apis/context.ts';
import { textsOfToken, tokenAfterTexts, tokenCharactersMax } from '#apis/page-token.ts';
import { listBindings } from '#resources/auto-snapshot-policy/verbs/list-bindings.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/describe-auto-snapshot-policy-associations.ts';

const RESULTS_MIN = 10;
const RESULTS_MAX = 100;

/** Which disks policies make snapshots of: of one policy, of one disk, or all of the region. */
export const describeAutoSnapshotPolicyAssociations = action.read({
  model,
  input: {
    AutoSnapshotPolicyId: id('auto-snapshot-policy'),
    MaxResults: { default: RESULTS_MIN },
    NextToken: { max: tokenCharactersMax },
  },
  rules: [{ rule: 'exclusive', fields: ['AutoSnapshotPolicyId', 'DiskId'] }],
  output: {
    AutoSnapshotPolicyAssociations: {
      item: { fields: { AutoSnapshotPolicyId: id('auto-snapshot-policy') } },
    },
  },
  handle: async (context, { AutoSnapshotPolicyId: policy, DiskId: disk, ...paging }) => {
    const [afterPolicy = '', afterDisk = ''] = textsOfToken(paging.NextToken, 2) ?? [];
    const { items, next } = await listBindings(context, {
      region: context.region,
      policy,
      disk,
      after: { policy: afterPolicy, disk: afterDisk },
      limit: Math.min(Math.max(paging.MaxResults, RESULTS_MIN), RESULTS_MAX),
    });
    return {
      AutoSnapshotPolicyAssociations: items.map((one) => ({
        AutoSnapshotPolicyId: one.policy,
        DiskId: one.disk,
      })),
      NextToken: tokenAfterTexts(next && [next.policy, next.disk]),
    };
  },
});
