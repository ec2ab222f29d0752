import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { changedColumns, type RoleChange } from './role.ts';

interface Owner {
  readonly account: string;
  readonly vendor: string;
}

interface OfRole {
  readonly role: Key<'role'>;
}

/** All roles of an account through a vendor, at most as many as it may have, oldest first. */
export const rolesOf = statement<Owner>()((db, p) =>
  db
    .selectFrom('roles')
    .selectAll()
    .where('account', '=', p.account)
    .where('vendor', '=', p.vendor)
    .orderBy('seq'),
);

export const roleNamed = statement<Owner & { readonly name: string }>()((db, p) =>
  db
    .selectFrom('roles')
    .selectAll()
    .where('account', '=', p.account)
    .where('vendor', '=', p.vendor)
    .where('name', '=', p.name),
);

export const roleByKey = statement<Owner & { readonly key: string }>()((db, p) =>
  db
    .selectFrom('roles')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where('vendor', '=', p.vendor),
);

export const countRoles = statement<Owner>()((db, p) =>
  db
    .selectFrom('roles')
    .select(({ fn }) => fn.countAll<number | bigint>().as('count'))
    .where('account', '=', p.account)
    .where('vendor', '=', p.vendor),
);

export const deleteRoleRow = statement<OfRole>()((db, p) =>
  db.deleteFrom('roles').where('key', '=', p.role),
);

export const policiesOf = statement<OfRole>()((db, p) =>
  db.selectFrom('role_policies').selectAll().where('role', '=', p.role).orderBy('seq'),
);

export const detachPolicyRow = statement<OfRole & { readonly policy: string }>()((db, p) =>
  db.deleteFrom('role_policies').where('role', '=', p.role).where('policy', '=', p.policy),
);

export const detachPolicyRows = statement<OfRole>()((db, p) =>
  db.deleteFrom('role_policies').where('role', '=', p.role),
);

/** Changes a role. */
export async function changeRoleRow(
  { db }: Tx,
  key: Key<'role'>,
  { change, now }: { readonly change: RoleChange; readonly now: number },
): Promise<void> {
  const set = { ...changedColumns(change), updated_at: now };
  await db.updateTable('roles').set(set).where('key', '=', key).execute();
}
