import type { ReadScope } from '#resources/scope.ts';
import { getRole } from '#resources/role/verbs/get-role.ts';
import type { Role } from '#resources/role/role.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { string } from '#wire/builders.ts';

/** ResourceType: roles alone have tags here. */
export const resourceType = { ...string({ values: ['role'] }), required: true } as const;

/** ResourceNames.N: names of roles. */
export const resourceNames = { max: 50, reasons: { count: tagFaults.tooManyResources } } as const;

/** The roles of those names. @throws role.gone */
export async function rolesNamed(
  scope: ReadScope,
  vendor: string,
  names: readonly string[],
): Promise<readonly Role[]> {
  const roles: Role[] = [];
  for (const name of new Set(names)) roles.push(await getRole(scope, { vendor, name }));
  return roles;
}
