import { defineFaults } from '#kernel/fault.ts';

/** Why a policy of automatic snapshots cannot be made, changed, bound or deleted. */
export const autoSnapshotPolicyFaults = defineFaults('auto-snapshot-policy', {
  malformed: 'That is no id of a policy.',
  notFound: 'There is no such policy. Detail: auto-snapshot-policy.',
  quotaExceeded: 'The account has that many policies in the region. Detail: region, limit.',
  nameMalformed: 'A policy may not have that name.',
  nameTooLong: 'The name of a policy is too long.',
  scheduleMalformed: 'That is no schedule: hours, and days of the week, of the month or between.',
  hoursMalformed: 'Those are no hours of a day.',
  daysMalformed: 'Those are no days of a week.',
  retentionOutOfRange: 'Snapshots are not kept for that many days.',
  retentionConflict: 'What is kept for ever is not kept for some days.',
  copyNotHere: 'Snapshots that a policy makes are copied to no other region.',
  instanceTagsNotHere: 'A policy is for disks, not for instances with certain tags.',
  disksMalformed: 'Those are no ids of disks.',
  tooManyNamed: 'A request does not name that many.',
  diskNotSupported: 'No snapshot is made of disks of the category. Detail: disk.',
  someDisksNotSupported: 'No snapshot is made of some of the disks. Detail: disk.',
  diskBound: 'The disk is bound to the policy already. Detail: disk.',
  tooManyOfDisk: 'The disk has that many policies. Detail: disk, limit.',
  severalBound: 'The disk has several policies, and one has to be named. Detail: disk.',
  accountUnknown: 'There is no such account, or it is the owner itself. Detail: account.',
  nothingToChange: 'No change of a policy is asked for.',
});
