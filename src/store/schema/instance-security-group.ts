import type { Insertable, Selectable } from 'kysely';

/** A link: the instance (its key) is in the group. Their order stands in the instance's `doc`. */
export interface InstanceSecurityGroupTable {
  security_group: string;
  instance: string;
}

export type InstanceSecurityGroupRow = Selectable<InstanceSecurityGroupTable>;
export type NewInstanceSecurityGroup = Insertable<InstanceSecurityGroupTable>;
