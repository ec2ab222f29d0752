import { rolePolicyTable, roleTable } from '#store/schema/role.ts';
import { noun } from '../noun.ts';
import { roleFaults } from './faults.ts';

/**
 * Roles that instances take. They grant nothing here, since every key may do everything. How many
 * there may be, and how many policies each may have, is Alibaba's (its page of RAM's errors).
 */
export const roleNoun = noun({
  name: 'role',
  tables: { roles: roleTable, role_policies: rolePolicyTable },
  onReset: 'goes',
  faults: roleFaults,
  tagged: 'roles',
  limits: { rolesMax: 100, rolePoliciesMax: 20 },
});
