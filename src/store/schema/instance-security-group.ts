import { integer, keyOf, table } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A link: the instance (its key) is in the group, at this position among its groups. */
export const instanceSecurityGroupTable = table(
  {
    security_group: keyOf('security-group'),
    instance: keyOf('instance'),
    position: integer,
  },
  ['security_group', 'instance'],
);

declare module '../schema.ts' {
  interface Schema {
    instance_security_groups: ColumnsOf<typeof instanceSecurityGroupTable>;
  }
}

export type InstanceSecurityGroupRow = RowOf<typeof instanceSecurityGroupTable>;
export type NewInstanceSecurityGroup = NewRowOf<typeof instanceSecurityGroupTable>;
