import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';
import { id, list } from '#wire/builders.ts';

/** SnapshotGroupId, such as csnap-oavcw09g (https://cloud.tencent.com/document/api/362/116249). */
export const groupIdAsked = id('snapshot-group', {
  reasons: { malformed: snapshotGroupFaults.malformed },
});

/** SnapshotGroupIds; the page leaves the bound out: that of other lists of ids. */
export const groupIdsAsked = list(groupIdAsked, { max: 100 });
