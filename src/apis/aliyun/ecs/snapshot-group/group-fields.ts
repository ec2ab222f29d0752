import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';

/** Name: 2 to 128 characters, a letter first. */
export const groupName = {
  min: 2,
  max: 128,
  pattern: /^(?!https?:\/\/)\p{L}[\p{L}\p{N}:_.-]*$/u,
  reasons: snapshotGroupFaults.nameMalformed,
} as const;
