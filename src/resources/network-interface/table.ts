import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

interface ByKeys {
  readonly keys: ReadonlyArray<Key<'network-interface'>>;
}

interface ByInstances {
  readonly instances: ReadonlyArray<Key<'instance'>>;
}

export const interfacesByKeys = statement<ByKeys>()((db, p) =>
  db.selectFrom('network_interfaces').selectAll().where('key', 'in', p.keys).orderBy('seq'),
);

export const ownInterfacesByKeys = statement<ByKeys & { readonly account: string }>()((db, p) =>
  db
    .selectFrom('network_interfaces')
    .selectAll()
    .where('key', 'in', p.keys)
    .where('account', '=', p.account),
);

/** All that instances have, the primary one first. */
export const interfacesByInstances = statement<ByInstances>()((db, p) =>
  db
    .selectFrom('network_interfaces')
    .selectAll()
    .where('instance', 'in', p.instances)
    .orderBy('device_index'),
);

export const deleteInterfaceRows = statement<ByKeys>()((db, p) =>
  db.deleteFrom('network_interfaces').where('key', 'in', p.keys),
);

/** Which of these keys are taken, by interfaces or by instances, whose primary ones have theirs. */
export const takenInterfaceKey = statement<{ readonly key: string }>()((db, p) =>
  db
    .selectFrom('network_interfaces')
    .select((eb) => eb.lit<number>(1).as('one'))
    .where('key', '=', p.key)
    .unionAll(
      db
        .selectFrom('instances')
        .select((eb) => eb.lit<number>(1).as('one'))
        .where('key', '=', p.key),
    ),
);

/** An address at this position is kept for its interface until that can have it. */
export const pendingPosition = 0;

export const addressesByInterfaces = statement<ByKeys>()((db, p) =>
  db
    .selectFrom('interface_addresses')
    .selectAll()
    .where('network_interface', 'in', p.keys)
    .where('position', '>', pendingPosition)
    .orderBy('position'),
);

export const deleteAddressesOf = statement<ByKeys>()((db, p) =>
  db
    .deleteFrom('interface_addresses')
    .where('network_interface', 'in', p.keys)
    .returning(['subnet', 'address']),
);

export const deletePendingAddress = statement<{ readonly key: Key<'network-interface'> }>()(
  (db, p) =>
    db
      .deleteFrom('interface_addresses')
      .where('network_interface', '=', p.key)
      .where('position', '=', pendingPosition),
);

interface ByAddresses {
  readonly key: Key<'network-interface'>;
  readonly addresses: readonly number[];
}

export const deleteAddresses = statement<ByAddresses>()((db, p) =>
  db
    .deleteFrom('interface_addresses')
    .where('network_interface', '=', p.key)
    .where('address', 'in', p.addresses),
);

/** Gives an address to another interface of its subnet. */
export const moveAddressRow = statement<{
  readonly address: number;
  readonly from: Key<'network-interface'>;
  readonly to: Key<'network-interface'>;
  readonly position: number;
}>()((db, p) =>
  db
    .updateTable('interface_addresses')
    .set({ network_interface: p.to, position: p.position })
    .where('network_interface', '=', p.from)
    .where('address', '=', p.address),
);

export const changeNote = statement<{
  readonly key: Key<'network-interface'>;
  readonly address: number;
  readonly note: string | null;
}>()((db, p) =>
  db
    .updateTable('interface_addresses')
    .set({ note: p.note })
    .where('network_interface', '=', p.key)
    .where('address', '=', p.address),
);

/** Of primary interfaces too: their links are those of their instances, which have their keys. */
export const groupsByInterfaces = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db
    .selectFrom('interface_security_groups')
    .select((eb) => [
      eb.cast<string>('network_interface', 'text').as('of'),
      'security_group as group',
      'position',
    ])
    .where('network_interface', 'in', p.keys)
    .unionAll(
      db
        .selectFrom('instance_security_groups')
        .select((eb) => [
          eb.cast<string>('instance', 'text').as('of'),
          'security_group as group',
          'position',
        ])
        .where('instance', 'in', p.keys),
    ),
);

export const unlinkGroups = statement<ByKeys>()((db, p) =>
  db.deleteFrom('interface_security_groups').where('network_interface', 'in', p.keys),
);
