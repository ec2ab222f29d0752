import type { Kysely } from 'kysely';
import type { Key } from '#kernel/key.ts';
import type { Schema } from '#store/schema.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import type { NamedKeyPair } from '../key-pair/links.ts';
import type { Tag } from '../tag/tag.ts';

/** What an instance is linked to and shown with. */
export interface InstanceLinks {
  /** By name. */
  readonly tags: readonly Tag[];
  /** In order of priority. */
  readonly securityGroups: readonly string[];
  /** In order. */
  readonly keyPairs: readonly NamedKeyPair[];
  /** Further private addresses of its primary interface. */
  readonly otherAddresses: readonly number[];
  /** IPv6 addresses of its primary interface, in their shortest form. */
  readonly ipv6Addresses: readonly string[];
  /** Its other interfaces, by their places. */
  readonly otherInterfaces: ReadonlyArray<Key<'network-interface'>>;
}

const TAG = 0;
const SECURITY_GROUP = 1;
const KEY_PAIR = 2;
const ADDRESS = 3;
const IPV6_ADDRESS = 4;
const NETWORK_INTERFACE = 5;

/** Of each link its kind, its order, and what it is told by: a key or a name, and one text more. */
const links = statement<{ readonly instances: readonly string[] }>()((db, p) =>
  db
    .selectFrom('tags')
    .select((eb) => [
      eb.lit<number>(TAG).as('kind'),
      eb.lit<number>(0).as('position'),
      'resource as instance',
      'name as target',
      'value as text',
    ])
    .where('resource_kind', '=', 'instance')
    .where('resource', 'in', p.instances)
    .unionAll(
      db
        .selectFrom('instance_security_groups')
        .select((eb) => [
          eb.lit<number>(SECURITY_GROUP).as('kind'),
          'position',
          'instance',
          'security_group as target',
          'security_group as text',
        ])
        .where('instance', 'in', p.instances),
    )
    .unionAll(
      db
        .selectFrom('instance_key_pairs')
        .innerJoin('key_pairs', 'key_pairs.key', 'instance_key_pairs.key_pair')
        .select((eb) => [
          eb.lit<number>(KEY_PAIR).as('kind'),
          'position',
          'instance',
          'key_pair as target',
          'name as text',
        ])
        .where('instance', 'in', p.instances),
    )
    .unionAll(networkLinks(db, p.instances)),
);

/** Of the networks of instances; the primary interface of one has its key. */
function networkLinks(db: Kysely<Schema>, instances: readonly string[]) {
  return db
    .selectFrom('interface_addresses')
    .select((eb) => [
      eb.lit<number>(ADDRESS).as('kind'),
      'position',
      'network_interface as instance',
      eb.cast<string>('address', 'text').as('target'),
      'subnet as text',
    ])
    .where('network_interface', 'in', instances)
    .where('position', '>', 0)
    .unionAll(
      db
        .selectFrom('interface_ipv6_addresses')
        .select((eb) => [
          eb.lit<number>(IPV6_ADDRESS).as('kind'),
          'position',
          'network_interface as instance',
          'address as target',
          'subnet as text',
        ])
        .where('network_interface', 'in', instances),
    )
    .unionAll(
      db
        .selectFrom('network_interfaces')
        .select((eb) => [
          eb.lit<number>(NETWORK_INTERFACE).as('kind'),
          eb.fn.coalesce('device_index', eb.lit<number>(0)).as('position'),
          eb.cast<string>('instance', 'text').as('instance'),
          'key as target',
          'subnet as text',
        ])
        .where('instance', 'in', instances)
        .where('is_primary', '=', 0),
    );
}

interface Link {
  readonly position: number;
  readonly target: string;
}

/** As they are shown. The few links there are need no sorter in the store. */
function inOrder(one: Link, other: Link): number {
  if (one.position !== other.position) return one.position - other.position;
  return one.target < other.target ? -1 : 1;
}

const none: InstanceLinks = {
  tags: [],
  securityGroups: [],
  keyPairs: [],
  otherAddresses: [],
  ipv6Addresses: [],
  otherInterfaces: [],
};

/**
 * The links of up to 1,024 instances, by their keys. It is one statement: a poll by id, which is
 * what clients do most, spends most of its time on asking the store, whatever that finds.
 */
export async function linksOf(
  reader: Reader,
  instances: readonly string[],
): Promise<(instance: string) => InstanceLinks> {
  if (instances.length === 0) return () => none;
  const rows = await reader.all(links, { instances });
  if (rows.length === 0) return () => none;
  const byInstance = Map.groupBy(rows.toSorted(inOrder), ({ instance }) => instance);
  return (instance) => {
    const those = byInstance.get(instance) ?? [];
    const of = (wanted: number) => those.filter(({ kind }) => kind === wanted);
    return {
      tags: of(TAG).map(({ target: name, text: value }) => ({ name, value })),
      securityGroups: of(SECURITY_GROUP).map(({ target }) => target),
      keyPairs: of(KEY_PAIR).map(({ target: key, text: name }) => ({ key, name })),
      otherAddresses: of(ADDRESS).map(({ target }) => Number(target)),
      ipv6Addresses: of(IPV6_ADDRESS).map(({ target }) => target),
      otherInterfaces: of(NETWORK_INTERFACE).map(({ target }) => target),
    };
  };
}
