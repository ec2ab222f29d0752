import { integerOf } from '#kernel/ids.ts';
import { roleFaults } from '#resources/role/faults.ts';
import type { Role } from '#resources/role/role.ts';
import type { TrustGrammar } from '#resources/role/trust-document.ts';
import { integer, string, structure, time } from '#wire/builders.ts';

/** RoleName: 1 to 64 letters, digits, points and hyphens (the page of CreateRole). */
export const roleName = {
  ...string({
    min: 1,
    max: 64,
    pattern: /^[A-Za-z0-9.-]+$/,
    reasons: { length: roleFaults.nameTooLong, pattern: roleFaults.malformed },
  }),
  required: true,
} as const;

/** Of CreateRole and UpdateRole: an hour to twelve. */
export const sessionSeconds = integer({
  min: 3_600,
  max: 43_200,
  reasons: { range: roleFaults.outOfRange },
});

/** Up to 1,024 characters. */
export const description = string({
  max: 1_024,
  reasons: { length: roleFaults.descriptionTooLong },
});

/** A document is checked as a whole: how long it may be as well. */
export const document = string({ max: 16_384, reasons: { length: roleFaults.documentTooLong } });

/** The language of RAM's policies (its page on the syntax: version 1). */
export const grammar: TrustGrammar = {
  version: '1',
  actions: ['sts:assumerole'],
  principals: ['ram', 'service', 'federated'],
  machines: 'ecs.aliyuncs.com',
  charactersMax: 2_048,
};

export const shownRoleShape = structure({
  Arn: string(),
  AssumeRolePolicyDocument: string(),
  CreateDate: time({ form: 'seconds' }),
  Description: string(),
  MaxSessionDuration: integer(),
  RoleId: string(),
  RoleName: string(),
  UpdateDate: time({ form: 'seconds' }),
});

/** A role as the pages show it. */
export function shownRole(role: Role, account: string) {
  return {
    Arn: `acs:ram::${account}:role/${role.name.toLowerCase()}`,
    AssumeRolePolicyDocument: role.document,
    CreateDate: role.createdAt,
    Description: role.description,
    MaxSessionDuration: role.sessionSeconds,
    RoleId: `3${String(integerOf(role.key)).padStart(17, '0')}`,
    RoleName: role.name,
    UpdateDate: role.updatedAt,
  };
}
