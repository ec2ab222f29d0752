import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { roleFaults } from '../faults.ts';
import { roleOf, type AttachedPolicy, type Role } from '../role.ts';
import { policiesOf, roleByKey, roleNamed, rolesOf } from '../table.ts';

/** A role as requests name it: by its key, else by its name. */
export interface RoleNamed {
  readonly vendor: string;
  readonly key?: string | undefined;
  readonly name?: string | undefined;
}

/** A role of the account. @throws role.gone */
export const getRole = verb(
  [roleFaults.gone],
  async ({ db, account }: ReadScope, { vendor, key, name }: RoleNamed): Promise<Role> => {
    const owner = { account, vendor };
    const row =
      key === undefined
        ? await db.first(roleNamed, { ...owner, name: name ?? '' })
        : await db.first(roleByKey, { ...owner, key });
    if (row === undefined) throw roleFaults.gone({ name: name ?? key });
    return roleOf(row);
  },
);

/** All roles of the account, oldest first; there are no more than it may have. */
export async function listRoles(
  { db, account }: ReadScope,
  vendor: string,
): Promise<readonly Role[]> {
  const rows = await db.all(rolesOf, { account, vendor });
  return rows.map(roleOf);
}

/** The policies of a role, in the order in which it got them. @throws role.gone */
export const listPolicies = verb(
  [getRole],
  async (scope: ReadScope, named: RoleNamed): Promise<readonly AttachedPolicy[]> => {
    const { key: role } = await getRole(scope, named);
    const rows = await scope.db.all(policiesOf, { role });
    return rows.map(({ policy, kind, attached_at: attachedAt }) => ({
      name: policy,
      kind,
      attachedAt,
    }));
  },
);
