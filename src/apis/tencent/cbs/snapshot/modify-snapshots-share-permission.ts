// https://cloud.tencent.com/document/api/362/69838 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { shareSnapshots, unshareSnapshots } from '#resources/snapshot/verbs/share-snapshots.ts';
import * as model from '../models/modify-snapshots-share-permission.ts';
import { snapshotIdsAsked } from './snapshot-fields.ts';

/** As many accounts may be named; the page leaves the bound out: that of one snapshot. */
const ACCOUNTS_MAX = 50;

/** Shares snapshots with accounts, or ends that. */
export const modifySnapshotsSharePermission = action.write({
  model,
  input: {
    SnapshotIds: snapshotIdsAsked,
    AccountIds: { max: ACCOUNTS_MAX },
    Permission: { values: ['SHARE', 'CANCEL'] },
  },
  rules: [
    { rule: 'one-of', fields: ['SnapshotIds'] },
    { rule: 'one-of', fields: ['AccountIds'] },
  ],
  handle: (context, { SnapshotIds: keys, AccountIds: accounts, Permission }) => {
    const sharing = { keys, accounts, region: context.region };
    const isShared = Permission === 'SHARE';
    return isShared ? shareSnapshots(context, sharing) : unshareSnapshots(context, sharing);
  },
});
