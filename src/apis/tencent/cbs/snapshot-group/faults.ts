import type { FaultWords } from '#apis/fault-words.ts';
import type { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';

/** Codes of the pages of cbs: https://cloud.tencent.com/document/api/362/116249 first. */
export const snapshotGroupFaultWords: FaultWords<typeof snapshotGroupFaults> = {
  codes: {
    malformed: ['InvalidParameterValue', 'InvalidParameter'],
    notFound: ['InvalidSnapshotId.NotFound', 'InvalidParameter'],
    diskApart: 'InvalidParameterValue',
    noDisks: ['InvalidParameterValue', 'MissingParameter'],
    notMember: 'InvalidParameter',
    nothingNamed: 'MissingParameter',
  },
  messages: {
    notFound: 'The snapshot group `{snapshot-group}` does not exist.',
    diskApart: 'The disk `{disk}` is not attached to the instance of the others.',
    notMember: 'The snapshot `{snapshot}` is not in the snapshot group `{snapshot-group}`.',
    nothingNamed: 'SnapshotGroupId or SnapshotGroupIds must be given.',
  },
};
