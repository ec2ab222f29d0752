import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { integer } from '#wire/builders.ts';

/** GroupName of the vpc service: 60 characters. */
export const groupName = {
  max: 60,
  reasons: { length: securityGroupFaults.nameTooLong, empty: securityGroupFaults.nameEmpty },
} as const;

/** GroupDescription: 100 characters, none as well. */
export const groupDescription = {
  max: 100,
  empty: 'kept',
  reasons: { length: securityGroupFaults.nameTooLong },
} as const;

/** ProjectId, which arrives as a text. */
export const groupProject = integer({ default: 0, min: 0, asString: true, empty: 'absent' });
