import { integer, keyOf, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A link: the instance (its key) is in the group, at this position among its groups. Account,
 * region, `number` (its `seq`) and zone are the instance's own, so that an index tells all of it.
 */
export const instanceSecurityGroupTable = table(
  {
    security_group: keyOf('security-group'),
    instance: keyOf('instance'),
    position: integer,
    account: text,
    region: text,
    number: integer,
    zone: text,
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
