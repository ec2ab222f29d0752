import { newKey } from '#kernel/ids.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { roleFaults } from '../faults.ts';
import type { Policy, Role, RoleChange } from '../role.ts';
import {
  changeRoleRow,
  countRoles,
  deleteRoleRow,
  detachPolicyRow,
  detachPolicyRows,
  policiesOf,
  roleNamed,
} from '../table.ts';
import { getRole, type RoleNamed } from './get-role.ts';

export interface NewRole extends Omit<Role, 'key' | 'createdAt' | 'updatedAt'> {
  readonly vendor: string;
  readonly tags: readonly Tag[];
}

/** Makes a role. */
export const createRole = verb(
  [roleFaults.nameTaken, roleFaults.quotaExceeded],
  async (scope: Scope, { vendor, tags, ...made }: NewRole): Promise<Role> => {
    const { db, account, now, cloud } = scope;
    const owner = { account, vendor };
    const { name } = made;
    if ((await db.first(roleNamed, { ...owner, name })) !== undefined) {
      throw roleFaults.nameTaken({ name });
    }
    const limit = await limitOf(scope, 'rolesMax');
    const there = await db.first(countRoles, owner);
    if (Number(there?.count ?? 0) >= limit) throw roleFaults.quotaExceeded({ limit });
    const key = newKey(cloud.random) as Role['key'];
    await db.insert('roles', [
      {
        key,
        ...owner,
        region: '',
        name,
        document: made.document,
        description: made.description,
        for_machines: made.forMachines ? 1 : 0,
        console_login: made.consoleLogin ? 1 : 0,
        session_seconds: made.sessionSeconds,
        created_at: now,
        updated_at: now,
      },
    ]);
    await saveTags(db, { account, kind: 'role', resources: [key] }, tags);
    return { ...made, key, createdAt: now, updatedAt: now };
  },
);

/** Changes a role, and answers it as it is then. Instances that have it keep it. */
export const changeRole = verb(
  [getRole],
  async (scope: Scope, named: RoleNamed, change: RoleChange): Promise<Role> => {
    const { db, now } = scope;
    const role = await getRole(scope, named);
    await changeRoleRow(db, role.key, { change, now });
    return getRole(scope, { ...named, key: role.key });
  },
);

/** Deletes a role; its policies go with it, or it stays for them. */
export const deleteRole = verb(
  [getRole, roleFaults.hasPolicies],
  async (scope: Scope, named: RoleNamed, policies: 'go' | 'keep it'): Promise<void> => {
    const { db } = scope;
    const { key: role, name } = await getRole(scope, named);
    const attached = await db.all(policiesOf, { role });
    if (policies === 'keep it' && attached.length > 0) throw roleFaults.hasPolicies({ name });
    await db.run(detachPolicyRows, { role });
    await db.run(deleteRoleRow, { role });
    await deleteTags(db, 'role', [role]);
  },
);

/** Gives a role a policy; false where it had that already. */
export const attachPolicy = verb(
  [getRole, roleFaults.policyQuotaExceeded],
  async (scope: Scope, named: RoleNamed, { name: policy, kind }: Policy): Promise<boolean> => {
    const { db, now } = scope;
    const { key: role } = await getRole(scope, named);
    const attached = await db.all(policiesOf, { role });
    if (attached.some((one) => one.policy === policy)) return false;
    const limit = await limitOf(scope, 'rolePoliciesMax');
    if (attached.length >= limit) throw roleFaults.policyQuotaExceeded({ limit });
    await db.insert('role_policies', [{ role, policy, kind, attached_at: now }]);
    return true;
  },
);

/** Takes a policy from a role; false where it did not have it. */
export const detachPolicy = verb(
  [getRole],
  async (scope: Scope, named: RoleNamed, policy: string): Promise<boolean> => {
    const { key: role } = await getRole(scope, named);
    return (await scope.db.run(detachPolicyRow, { role, policy })) === 1;
  },
);
