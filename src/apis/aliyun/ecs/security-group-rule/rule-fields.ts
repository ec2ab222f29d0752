import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { id, string } from '#wire/builders.ts';

/** What every way to name a rule has, beside whom it is for. */
const ruleFields = {
  NicType: string({ values: ['internet', 'intranet'], reasons: { value: faults.nicUnknown } }),
  Description: string({ min: 1, max: 512, reasons: { length: faults.descriptionTooLong } }),
} as const;

/** A rule for what comes in. */
export const ingressFields = { ...ruleFields, SourceGroupId: id('security-group') } as const;

/** A rule for what goes out. */
export const egressFields = { ...ruleFields, DestGroupId: id('security-group') } as const;

/** Up to a hundred rules. */
export function permissions<const Fields>(fields: Fields) {
  return { max: 100, item: { fields } } as const;
}
