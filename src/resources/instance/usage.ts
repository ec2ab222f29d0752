import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';

/**
 * An instance that holds no private address has given everything back: it failed to launch or is
 * gone, and one of the two vendors no longer shows it. What it once used may then be deleted.
 */
const memberOfGroup = statement<{ readonly group: string }>()((db, p) =>
  db
    .selectFrom('instance_security_groups')
    .innerJoin('instances', 'instances.key', 'instance_security_groups.instance')
    .select('instances.key')
    .where('instance_security_groups.security_group', '=', p.group)
    .where('instances.private_ip', 'is not', null)
    .limit(1),
);

const groupSizes = statement<{ readonly groups: readonly string[] }>()((db, p) =>
  db
    .selectFrom('instance_security_groups')
    .innerJoin('instances', 'instances.key', 'instance_security_groups.instance')
    .select((eb) => [
      'instance_security_groups.security_group as group',
      eb.fn.countAll<number>().as('members'),
    ])
    .where('instance_security_groups.security_group', 'in', p.groups)
    .where('instances.private_ip', 'is not', null)
    .groupBy('instance_security_groups.security_group'),
);

/** Whether an instance is in the security group. */
export async function isSecurityGroupInUse(reader: Reader, group: string): Promise<boolean> {
  return (await reader.first(memberOfGroup, { group })) !== undefined;
}

/** How many instances are in each of up to 1,024 security groups; an empty one is absent. */
export async function countMembers(
  reader: Reader,
  groups: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (groups.length === 0) return new Map();
  const rows = await reader.all(groupSizes, { groups });
  return new Map(rows.map(({ group, members }) => [group, members]));
}
