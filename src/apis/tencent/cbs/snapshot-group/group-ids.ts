import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';

/** SnapshotGroupId, such as csnap-oavcw09g (https://cloud.tencent.com/document/api/362/116249). */
export const groupIdAsked = { reasons: { malformed: snapshotGroupFaults.malformed } } as const;
