import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';

const groupSizes = statement<{ readonly groups: ReadonlyArray<Key<'security-group'>> }>()((db, p) =>
  db
    .selectFrom('interface_security_groups')
    .select((eb) => ['security_group as group', eb.fn.countAll<number>().as('members')])
    .where('security_group', 'in', p.groups)
    .groupBy('security_group'),
);

/**
 * How many interfaces, besides those that came with instances, are in each of up to 1,024 security
 * groups; an empty one is absent.
 */
export async function countInterfaces(
  reader: Reader,
  groups: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (groups.length === 0) return new Map();
  const rows = await reader.all(groupSizes, { groups });
  return new Map(rows.map(({ group, members }) => [group, members]));
}
