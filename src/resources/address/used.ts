import type { Kysely } from 'kysely';
import type { Key } from '#kernel/key.ts';
import type { Schema } from '#store/schema.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';

/** What may have a private address of a subnet, by the number that it has below. */
export const addressUsers = [
  'instance',
  'network-interface',
  'ha-vip',
  'nat-gateway',
  'reserved-address',
] as const;

export type AddressUser = (typeof addressUsers)[number];

/** A private address that is in use. */
export interface UsedAddress {
  readonly kind: AddressUser;
  /** Of what has it. */
  readonly key: string;
  readonly subnet: string;
  readonly address: number;
  /** Cloud milliseconds since which that is there. */
  readonly createdAt: number;
}

interface InSubnets {
  readonly subnets: ReadonlyArray<Key<'subnet'>>;
}

/** The private addresses that nouns took. The first of a primary interface is its machine's. */
function usedIn(db: Kysely<Schema>, { subnets }: InSubnets) {
  return db
    .selectFrom('network_interfaces')
    .select((eb) => [
      eb.lit<number>(0).as('kind'),
      eb.cast<string>('instance', 'text').as('key'),
      eb.cast<string>('subnet', 'text').as('subnet'),
      'address',
      'created_at',
    ])
    .where('subnet', 'in', subnets)
    .where('is_primary', '=', 1)
    .unionAll(
      db
        .selectFrom('network_interfaces')
        .select((eb) => [
          eb.lit<number>(1).as('kind'),
          eb.cast<string>('key', 'text').as('key'),
          eb.cast<string>('subnet', 'text').as('subnet'),
          'address',
          'created_at',
        ])
        .where('subnet', 'in', subnets)
        .where('is_primary', '=', 0),
    )
    .unionAll(furtherIn(db, { subnets }))
    .unionAll(
      db
        .selectFrom('ha_vips')
        .select((eb) => [
          eb.lit<number>(2).as('kind'),
          eb.cast<string>('key', 'text').as('key'),
          eb.cast<string>('subnet', 'text').as('subnet'),
          'address',
          'created_at',
        ])
        .where('subnet', 'in', subnets),
    )
    .unionAll(
      db
        .selectFrom('nat_gateways')
        .select((eb) => [
          eb.lit<number>(3).as('kind'),
          eb.cast<string>('key', 'text').as('key'),
          eb.cast<string>('subnet', 'text').as('subnet'),
          eb.fn.coalesce('private_ip', eb.lit<number>(0)).as('address'),
          'created_at',
        ])
        .where('subnet', 'in', subnets)
        .where('private_ip', 'is not', null),
    )
    .unionAll(
      db
        .selectFrom('reserved_addresses')
        .select((eb) => [
          eb.lit<number>(4).as('kind'),
          eb.cast<string>('key', 'text').as('key'),
          eb.cast<string>('subnet', 'text').as('subnet'),
          'address',
          'created_at',
        ])
        .where('subnet', 'in', subnets),
    );
}

/** Those of interfaces besides their first ones, of primary interfaces too. */
function furtherIn(db: Kysely<Schema>, { subnets }: InSubnets) {
  return db
    .selectFrom('interface_addresses')
    .innerJoin('network_interfaces', 'network_interfaces.key', 'network_interface')
    .select((eb) => [
      eb.lit<number>(1).as('kind'),
      eb.cast<string>('network_interfaces.key', 'text').as('key'),
      eb.cast<string>('interface_addresses.subnet', 'text').as('subnet'),
      'interface_addresses.address',
      'network_interfaces.created_at',
    ])
    .where('interface_addresses.subnet', 'in', subnets);
}

const pageUsed = statement<InSubnets & { readonly offset: number; readonly limit: number }>()(
  (db, p) =>
    db
      .selectFrom(usedIn(db, p).as('used'))
      .selectAll()
      .orderBy('address')
      .orderBy('subnet')
      .limit(p.limit)
      .offset(p.offset),
);

const namedUsed = statement<InSubnets & { readonly addresses: readonly number[] }>()((db, p) =>
  db
    .selectFrom(usedIn(db, p).as('used'))
    .selectAll()
    .where('address', 'in', p.addresses)
    .orderBy('address'),
);

const keyedUsed = statement<InSubnets & { readonly keys: readonly string[] }>()((db, p) =>
  db.selectFrom(usedIn(db, p).as('used')).selectAll().where('key', 'in', p.keys).orderBy('address'),
);

const countedUsed = statement<InSubnets>()((db, p) =>
  db
    .selectFrom(usedIn(db, p).as('used'))
    .select((eb) => ['kind', 'subnet', eb.fn.countAll<number>().as('count')])
    .groupBy(['kind', 'subnet']),
);

interface UsedRow {
  readonly kind: number;
  readonly key: string;
  readonly subnet: string;
  readonly address: number;
  readonly created_at: number;
}

function usedOf({ kind, key, subnet, address, created_at: createdAt }: UsedRow): UsedAddress {
  return { kind: addressUsers[kind] ?? 'instance', key, subnet, address, createdAt };
}

/** The addresses in use of up to 1,024 subnets, in their order. */
export async function usedAddresses(
  reader: Reader,
  { subnets, offset, limit }: InSubnets & { readonly offset: number; readonly limit: number },
): Promise<readonly UsedAddress[]> {
  if (subnets.length === 0) return [];
  return (await reader.all(pageUsed, { subnets, offset, limit })).map(usedOf);
}

/** Those of up to 1,024 addresses that are in use in such subnets, in their order. */
export async function usedAmong(
  reader: Reader,
  { subnets, addresses }: InSubnets & { readonly addresses: readonly number[] },
): Promise<readonly UsedAddress[]> {
  if (subnets.length === 0 || addresses.length === 0) return [];
  return (await reader.all(namedUsed, { subnets, addresses })).map(usedOf);
}

/** Those that up to 1,024 resources have of such subnets, in their order. */
export async function usedBy(
  reader: Reader,
  { subnets, keys }: InSubnets & { readonly keys: readonly string[] },
): Promise<readonly UsedAddress[]> {
  if (subnets.length === 0 || keys.length === 0) return [];
  return (await reader.all(keyedUsed, { subnets, keys })).map(usedOf);
}

/** How many of such subnets are in use, by what has them. */
export async function countUsed(
  reader: Reader,
  { subnets }: InSubnets,
): Promise<ReadonlyArray<Pick<UsedAddress, 'kind' | 'subnet'> & { readonly count: number }>> {
  if (subnets.length === 0) return [];
  const rows = await reader.all(countedUsed, { subnets });
  return rows.map(({ kind, ...rest }) => ({ ...rest, kind: addressUsers[kind] ?? 'instance' }));
}
