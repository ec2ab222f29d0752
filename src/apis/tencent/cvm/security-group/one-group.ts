import { securityGroupFaults } from '#resources/security-group/faults.ts';
import type { Rule } from '#wire/shape.ts';
import { instanceIdsMeant } from '../../structs/instance/instance-ids.ts';

/** One group and up to a hundred instances (seed 004 L30090, L30102). */
export const groupAndInstances = {
  SecurityGroupIds: {
    max: 1,
    item: { reasons: { malformed: securityGroupFaults.malformed } },
    reasons: { count: securityGroupFaults.tooManyNamed },
  },
  InstanceIds: instanceIdsMeant,
} as const;

/** An empty list is as good as none. */
export const someOfBoth: readonly Rule[] = [
  { rule: 'one-of', fields: ['InstanceIds'] },
  { rule: 'one-of', fields: ['SecurityGroupIds'] },
];
