import type { Key } from '#kernel/key.ts';
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
}

const TAG = 0;
const SECURITY_GROUP = 1;
const KEY_PAIR = 2;

/** Of each link its kind, its order, and what it is told by: a key or a name, and one text more. */
const links = statement<{ readonly instances: ReadonlyArray<Key<'instance'>> }>()((db, p) =>
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
    ),
);

interface Link {
  readonly position: number;
  readonly target: string;
}

/** As they are shown. The few links there are need no sorter in the store. */
function inOrder(one: Link, other: Link): number {
  if (one.position !== other.position) return one.position - other.position;
  return one.target < other.target ? -1 : 1;
}

const none: InstanceLinks = { tags: [], securityGroups: [], keyPairs: [] };

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
    };
  };
}
