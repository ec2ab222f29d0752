import { roleFaults } from '#resources/role/faults.ts';
import type { Policy } from '#resources/role/role.ts';
import { string } from '#wire/builders.ts';
import { roleName } from './role-shapes.ts';

/** System policies that have no name of a product in theirs (RAM's list of system policies). */
const general: ReadonlySet<string> = new Set(['AdministratorAccess', 'ReadOnlyAccess']);
const ofProduct = /^Aliyun[A-Za-z0-9]+Access$/;

/** The inputs of AttachPolicyToRole and DetachPolicyFromRole. */
export const policyAndRole = {
  PolicyType: {
    ...string({ values: ['System', 'Custom'], reasons: roleFaults.policyTypeUnknown }),
    required: true,
  },
  PolicyName: {
    ...string({
      min: 1,
      max: 128,
      pattern: /^[A-Za-z0-9-]+$/,
      reasons: {
        length: roleFaults.policyNameTooLong,
        pattern: roleFaults.policyNameMalformed,
      },
    }),
    required: true,
  },
  RoleName: roleName,
} as const;

/**
 * A system policy by its name: those that are called as the vendor's are. An account has no
 * policies of its own, since nothing makes one here. @throws role.policyUnknown
 */
export function policyNamed(type: string, name: string): Policy {
  const isKnown = type === 'System' && (general.has(name) || ofProduct.test(name));
  if (!isKnown) throw roleFaults.policyUnknown({ policy: name });
  return { name, kind: 'preset' };
}
