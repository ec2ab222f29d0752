import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

interface ByInterfaces {
  readonly keys: ReadonlyArray<Key<'network-interface'>>;
}

export const ipv6ByInterfaces = statement<ByInterfaces>()((db, p) =>
  db
    .selectFrom('interface_ipv6_addresses')
    .selectAll()
    .where('network_interface', 'in', p.keys)
    .orderBy('position'),
);

export const ipv6ByAddresses = statement<{ readonly addresses: readonly string[] }>()((db, p) =>
  db.selectFrom('interface_ipv6_addresses').selectAll().where('address', 'in', p.addresses),
);

export const ipv6BySubnets = statement<{ readonly subnets: ReadonlyArray<Key<'subnet'>> }>()(
  (db, p) => db.selectFrom('interface_ipv6_addresses').selectAll().where('subnet', 'in', p.subnets),
);

export const deleteIpv6Of = statement<ByInterfaces>()((db, p) =>
  db.deleteFrom('interface_ipv6_addresses').where('network_interface', 'in', p.keys),
);

export const deleteIpv6 = statement<{ readonly addresses: readonly string[] }>()((db, p) =>
  db.deleteFrom('interface_ipv6_addresses').where('address', 'in', p.addresses),
);

export const changeIpv6Note = statement<{
  readonly address: string;
  readonly note: string | null;
}>()((db, p) =>
  db.updateTable('interface_ipv6_addresses').set({ note: p.note }).where('address', '=', p.address),
);
