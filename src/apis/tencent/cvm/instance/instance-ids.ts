import { id, list } from '#wire/builders.ts';
import type { Rule } from '#wire/shape.ts';

const instanceId = id('instance', { codes: { malformed: 'InvalidInstanceId.Malformed' } });

/** InstanceIds, at most a hundred on every page (seed 004 L9880, L14129). */
export const instanceIdsAsked = list(instanceId, {
  max: 100,
  codes: { count: 'InvalidParameterValue.LimitExceeded' },
});

/** InstanceIds of an operation, which has to name some. */
export const instanceIdsMeant = { ...instanceIdsAsked, required: true } as const;

/** Goes with `instanceIdsMeant`: an empty list is as good as none. */
export const someInstanceIds: Rule = {
  rule: 'one-of',
  fields: ['InstanceIds'],
  code: {
    code: 'MissingParameter',
    message: 'The parameter `InstanceIds` must have at least one instance id.',
  },
};
