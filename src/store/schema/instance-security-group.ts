import type { Selectable } from 'kysely';

/** Which instance (its seq) is in which security group (its key). */
export interface InstanceSecurityGroupTable {
  security_group: string;
  instance: number;
}

export type InstanceSecurityGroupRow = Selectable<InstanceSecurityGroupTable>;
