import { derivedKey } from '#kernel/ids.ts';
import type { ResourceGroupRow } from '#store/schema/resource-group.ts';

export interface ResourceGroup {
  readonly key: string;
  /** Of its account alone. */
  readonly name: string;
  readonly displayName: string;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly isDefault: boolean;
}

/** Groups that an account may make, the default one not among them (158865.htm). */
export const groupsMax = 30;

/** The key of the default group of an account, which is there without a row. */
export function defaultGroupKey(account: string): string {
  return derivedKey(account);
}

/** The group that every account has, as old as the account. */
export function defaultGroup(account: string, createdAt: number): ResourceGroup {
  const name = 'default';
  return { key: defaultGroupKey(account), name, displayName: name, createdAt, isDefault: true };
}

/** The group of a row. */
export function groupOf(row: ResourceGroupRow): ResourceGroup {
  return {
    key: row.key,
    name: row.name,
    displayName: row.display_name,
    createdAt: row.created_at,
    isDefault: false,
  };
}

/**
 * What the column of a resource may hold for it to be in a group: one that was never told a group
 * is in the default one.
 */
export function groupValues(account: string, key: string): ReadonlyArray<string | null> {
  return key === defaultGroupKey(account) ? [null, '', key] : [key];
}
