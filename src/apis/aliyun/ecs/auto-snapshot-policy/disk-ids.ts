import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import { id, list } from '#wire/builders.ts';

const malformed = autoSnapshotPolicyFaults.disksMalformed;

/** diskIds, as many as DescribeDisks takes: these pages tell no bound. */
export const diskIds = list(id('disk', { reasons: malformed }), {
  style: 'json',
  min: 1,
  max: 100,
  required: true,
  reasons: { count: malformed, malformed, type: malformed },
});
