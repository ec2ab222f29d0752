import type { Key } from '#kernel/key.ts';
import type { NewRoleRow, RoleRow } from '#store/schema/role.ts';

/** A role of an account, of the vendor that it was made through. */
export interface Role {
  readonly key: Key<'role'>;
  readonly name: string;
  /** Who may take it, in that vendor's language. */
  readonly document: string;
  readonly description: string;
  /** Whether instances may take it. */
  readonly forMachines: boolean;
  readonly consoleLogin: boolean;
  readonly sessionSeconds: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A policy by its name: one of the vendor's, or one of the account. */
export interface Policy {
  readonly name: string;
  readonly kind: 'preset' | 'custom';
}

export interface AttachedPolicy extends Policy {
  /** Cloud milliseconds. */
  readonly attachedAt: number;
}

/** The role of a row. */
export function roleOf(row: RoleRow): Role {
  return {
    key: row.key,
    name: row.name,
    document: row.document,
    description: row.description,
    forMachines: row.for_machines === 1,
    consoleLogin: row.console_login === 1,
    sessionSeconds: row.session_seconds,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** What of a row may change. */
export type RoleChange = Partial<Omit<Role, 'key' | 'name' | 'createdAt' | 'updatedAt'>>;

/** The columns of a change; what is left out stays. */
export function changedColumns(change: RoleChange): Partial<NewRoleRow> {
  const { document, description, forMachines, consoleLogin, sessionSeconds } = change;
  return {
    ...(document !== undefined && { document }),
    ...(description !== undefined && { description }),
    ...(forMachines !== undefined && { for_machines: forMachines ? 1 : 0 }),
    ...(consoleLogin !== undefined && { console_login: consoleLogin ? 1 : 0 }),
    ...(sessionSeconds !== undefined && { session_seconds: sessionSeconds }),
  };
}
