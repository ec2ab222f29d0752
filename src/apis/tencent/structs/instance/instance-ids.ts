import { instanceFaults } from '#resources/instance/faults.ts';
import { id, list, structure } from '#wire/builders.ts';
import type { Rule } from '#wire/shape.ts';

const instanceId = id('instance', { reasons: { malformed: instanceFaults.malformed } });

/** InstanceId of an operation on one. */
export const instanceIdMeant = { ...instanceId, required: true } as const;

/** InstanceIds, at most a hundred on every page (seed 004 L9880, L14129). */
export const instanceIdsAsked = list(instanceId, {
  max: 100,
  reasons: { count: instanceFaults.tooManyNamed },
});

/** InstanceIds of an operation, which has to name some. */
export const instanceIdsMeant = { ...instanceIdsAsked, required: true } as const;

/** Goes with `instanceIdsMeant`: an empty list is as good as none. */
export const someInstanceIds: Rule = {
  rule: 'one-of',
  fields: ['InstanceIds'],
};

/** The input of an operation on instances that has no parameters besides. */
export const instancesMeant = structure(
  { InstanceIds: instanceIdsMeant },
  { rules: [someInstanceIds] },
);
