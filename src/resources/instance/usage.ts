import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Instance } from './instance.ts';
import { instanceOf } from './instance-row.ts';
import { instancesByKeys } from './table.ts';

/** What is in a group: instances by their first interface, and the interfaces besides. */
const memberBehind = statement<{
  readonly group: Key<'security-group'>;
  readonly offset: number;
}>()((db, p) =>
  db
    .selectFrom('instance_security_groups')
    .select('security_group')
    .where('security_group', '=', p.group)
    .unionAll(
      db
        .selectFrom('interface_security_groups')
        .select('security_group')
        .where('security_group', '=', p.group),
    )
    .limit(1)
    .offset(p.offset),
);

const groupSizes = statement<{ readonly groups: ReadonlyArray<Key<'security-group'>> }>()((db, p) =>
  db
    .selectFrom('instance_security_groups')
    .select((eb) => ['security_group as group', eb.fn.countAll<number>().as('members')])
    .where('security_group', 'in', p.groups)
    .groupBy('security_group'),
);

/** Whether the security group has more than `count` members; looks at no more than those. */
export async function hasMembersBeyond(
  reader: Reader,
  group: string,
  count: number,
): Promise<boolean> {
  return (await reader.first(memberBehind, { group, offset: Math.max(count, 0) })) !== undefined;
}

/** Whether the security group has a member; an instance that failed to launch is in none. */
export async function isSecurityGroupInUse(reader: Reader, group: string): Promise<boolean> {
  return hasMembersBeyond(reader, group, 0);
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

/** The instances of a network with that key or that private address. */
export const addressedInstances = statement<{
  readonly account: string;
  readonly vpc: Key<'vpc'>;
  readonly key: Key<'instance'>;
  readonly address: number;
}>()((db, p) =>
  db
    .selectFrom('instances')
    .select(['key', 'zone', 'private_ip'])
    .where('account', '=', p.account)
    .where('vpc', '=', p.vpc)
    .where((eb) => eb.or([eb('key', '=', p.key), eb('private_ip', '=', p.address)])),
);

const presentInstances = statement<{ readonly keys: ReadonlyArray<Key<'instance'>> }>()((db, p) =>
  db.selectFrom('instances').select(['key', 'vpc']).where('key', 'in', p.keys),
);

/** The networks of those of some instances that are there still, by instance. */
export async function vpcsOfInstances(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.all(presentInstances, { keys: [...new Set(keys)] });
  return new Map(rows.map(({ key, vpc }) => [key, vpc]));
}

/** The instance of a key, whoever has it; null where there is none, or no key. */
export async function findInstance(
  reader: Reader,
  key: Key<'instance'> | null,
): Promise<Instance | null> {
  if (key === null) return null;
  const row = await reader.first(instancesByKeys, { keys: [key] });
  return row === undefined ? null : instanceOf(row);
}

const instancesInPackages = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db
    .selectFrom('instances')
    .select((eb) => [
      eb.ref('key').$castTo<Key<'elastic-address'>>().as('key'),
      'public_ip',
      'bandwidth_package',
    ])
    .where('bandwidth_package', 'in', p.keys)
    .orderBy('seq'),
);

const leaveBandwidthPackage = statement<{ readonly key: string }>()((db, p) =>
  db
    .updateTable('instances')
    .set({ bandwidth_package: null, internet_charge_type: 'traffic' })
    .where('bandwidth_package', '=', p.key),
);

/**
 * Instances without an address of their own pay for traffic once their package goes: answers which.
 */
export async function leavePackage(
  tx: Tx,
  key: Key<'bandwidth-package'>,
): Promise<ReadonlyArray<Key<'instance'>>> {
  const found = await tx.all(instancesInPackages, { keys: [key] });
  await tx.run(leaveBandwidthPackage, { key });
  return found.map(({ key: instance }) => instance as string);
}

/**
 * The public addresses of instances whose bandwidth is of packages, by the keys of those: an
 * ordinary address has the key of its instance.
 */
export async function instancesOfPackages(reader: Reader, packages: readonly string[]) {
  const rows =
    packages.length === 0 ? [] : await reader.all(instancesInPackages, { keys: packages });
  const held = rows.flatMap(({ key, public_ip: address, bandwidth_package: of }) =>
    address === null ? [] : [{ key, address, of: of ?? '' }],
  );
  return Map.groupBy(held, ({ of }) => of);
}
