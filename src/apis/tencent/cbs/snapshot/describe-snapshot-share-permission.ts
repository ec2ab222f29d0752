// https://cloud.tencent.com/document/api/362/69839 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { listShares } from '#resources/snapshot/verbs/share-snapshots.ts';
import { time } from '#wire/builders.ts';
import * as model from '../models/describe-snapshot-share-permission.ts';
import { snapshotIdAsked } from './snapshot-fields.ts';

/** Whom a snapshot is shared with. */
export const describeSnapshotSharePermission = action.read({
  model,
  input: { SnapshotId: snapshotIdAsked },
  output: { SharePermissionSet: { item: { fields: { CreatedTime: time({ form: 'spaced' }) } } } },
  handle: async (context, { SnapshotId: snapshot }) => {
    const shares = await listShares(context, { snapshot, region: context.region });
    return {
      SharePermissionSet: shares.map(({ account, sharedAt }) => ({
        AccountId: account,
        CreatedTime: sharedAt,
      })),
    };
  },
});
