import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { HolderKind } from './elastic-address.ts';
import type { AddressColumns } from './row.ts';

interface Keys {
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
}

export const ownAddressesByKeys = statement<Keys & { readonly account: string }>()((db, p) =>
  db
    .selectFrom('elastic_addresses')
    .selectAll()
    .where('key', 'in', p.keys)
    .where('account', '=', p.account),
);

/** Whoever's: for workflows, which were started with the right keys. */
export const addressesByKeys = statement<Keys>()((db, p) =>
  db.selectFrom('elastic_addresses').selectAll().where('key', 'in', p.keys),
);

export const ownAddressesByNumbers = statement<{
  readonly account: string;
  readonly addresses: readonly number[];
}>()((db, p) =>
  db
    .selectFrom('elastic_addresses')
    .selectAll()
    .where('address', 'in', p.addresses)
    .where('account', '=', p.account),
);

/** What is bound, whoever's: to what has one of these keys and is of one of the kinds. */
export const addressesHeldBy = statement<{
  readonly kinds: readonly HolderKind[];
  readonly holders: readonly string[];
}>()((db, p) =>
  db
    .selectFrom('elastic_addresses')
    .selectAll()
    .where('holder', 'in', p.holders)
    .where('holder_kind', 'in', p.kinds)
    .orderBy('seq'),
);

export const addressesInPackages = statement<{
  readonly packages: ReadonlyArray<Key<'bandwidth-package'>>;
}>()((db, p) =>
  db
    .selectFrom('elastic_addresses')
    .selectAll()
    .where('bandwidth_package', 'in', p.packages)
    .orderBy('seq'),
);

/** Which of these keys are taken, by an address or by an instance that may have an ordinary one. */
export const takenAddressKeys = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db
    .selectFrom('elastic_addresses')
    .select((eb) => eb.ref('key').$castTo<string>().as('key'))
    .where('key', 'in', p.keys)
    .unionAll(
      db
        .selectFrom('instances')
        .select((eb) => eb.ref('key').$castTo<string>().as('key'))
        .where('key', 'in', p.keys),
    ),
);

/** Writes what may change of an address, if nobody changed it since it was read (D3). */
export const changeAddressRow = statement<
  AddressColumns & { readonly seq: number; readonly version: number }
>()((db, p) =>
  db
    .updateTable('elastic_addresses')
    .set((eb) => ({
      kind: p.kind,
      key: p.key,
      holder_kind: p.holder_kind,
      holder: p.holder,
      private_ip: p.private_ip,
      bound_at: p.bound_at,
      name: p.name,
      description: p.description,
      internet_charge_type: p.internet_charge_type,
      out_mbps: p.out_mbps,
      bandwidth_package: p.bandwidth_package,
      period: p.period,
      renewal: p.renewal,
      expires_at: p.expires_at,
      renewal_day: p.renewal_day,
      resource_group: p.resource_group,
      protected: p.protected,
      own: p.own,
      version: eb('version', '+', 1),
    }))
    .where('seq', '=', p.seq)
    .where('version', '=', p.version),
);

export const deleteAddressRows = statement<{ readonly addresses: readonly number[] }>()((db, p) =>
  db.deleteFrom('elastic_addresses').where('address', 'in', p.addresses),
);

/** Gives an address another number. */
export const renumberAddress = statement<{ readonly seq: number; readonly address: number }>()(
  (db, p) =>
    db
      .updateTable('elastic_addresses')
      .set((eb) => ({ address: p.address, version: eb('version', '+', 1) }))
      .where('seq', '=', p.seq),
);

export const heldBetween = statement<{ readonly first: number; readonly last: number }>()((db, p) =>
  db
    .selectFrom('elastic_addresses')
    .select('address')
    .where('address', '>=', p.first)
    .where('address', '<=', p.last),
);
