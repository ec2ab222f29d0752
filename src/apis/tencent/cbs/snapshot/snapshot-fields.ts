import { listingFaults } from '#resources/listing/faults.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { time } from '#wire/builders.ts';
import type { Scope } from '#resources/scope.ts';

/** SnapshotId. */
export const snapshotIdAsked = { reasons: { malformed: snapshotFaults.malformed } } as const;

/** SnapshotIds, a hundred at most, as on the pages that list. */
export const snapshotIdsAsked = {
  max: 100,
  item: snapshotIdAsked,
  reasons: { count: listingFaults.tooManyIds },
} as const;

/** SnapshotName, at most sixty characters (ModifySnapshotAttribute). */
export const snapshotNameAsked = {
  max: 60,
  empty: 'absent',
  reasons: { length: snapshotFaults.nameTooLong },
} as const;

/** Deadline, such as 2022-01-08T09:47:55+00:00. */
export const deadlineAsked = time({ form: 'offset' });

const HOUR_MS = 3_600_000;
const HOURS_MIN = 24;

/** A snapshot is kept for a day at least (CreateSnapshot). @throws Fault where it is not */
export function requireDeadline({ now }: Pick<Scope, 'now'>, deadline: number): number {
  if (deadline >= now + HOURS_MIN * HOUR_MS) return deadline;
  throw snapshotFaults.deadlineTooSoon({ hours: HOURS_MIN });
}
