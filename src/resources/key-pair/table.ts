import type { Key } from '#kernel/key.ts';
import type { KeyPairRow } from '#store/schema/key-pair.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { listing } from '../listing/listing.ts';
import { equal, like, within } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { keyPairOf, type KeyPair } from './key-pair.ts';

interface InRegion {
  readonly account: string;
  readonly region: string;
}

export const keyPairsByKeys = statement<
  InRegion & { readonly keys: ReadonlyArray<Key<'key-pair'>> }
>()((db, p) =>
  db
    .selectFrom('key_pairs')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('key', 'in', p.keys),
);

export const keyPairByName = statement<InRegion & { readonly name: string }>()((db, p) =>
  db
    .selectFrom('key_pairs')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('name', '=', p.name),
);

export const keyPairByFingerprint = statement<InRegion & { readonly fingerprint: string }>()(
  (db, p) =>
    db
      .selectFrom('key_pairs')
      .select('key')
      .where('account', '=', p.account)
      .where('region', '=', p.region)
      .where('fingerprint', '=', p.fingerprint)
      .limit(1),
);

export const describeKeyPairRow = statement<{
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
}>()((db, p) =>
  db
    .updateTable('key_pairs')
    .set({ name: p.name, description: p.description })
    .where('key', '=', p.key),
);

export const deleteKeyPairRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('key_pairs').where('key', '=', p.key),
);

/** The links of instances in their order, with what is told of a pair beside its instance. */
export const linksOfInstances = statement<{ readonly instances: ReadonlyArray<Key<'instance'>> }>()(
  (db, p) =>
    db
      .selectFrom('instance_key_pairs')
      .innerJoin('key_pairs', 'key_pairs.key', 'instance_key_pairs.key_pair')
      .select(['instance', 'key_pair as key', 'name', 'public_key'])
      .where('instance', 'in', p.instances)
      .orderBy('instance')
      .orderBy('position'),
);

/** Some of the links of a pair: in no order, since all would have to be read for one. */
export const linksOfPair = statement<{ readonly pair: string; readonly limit: number }>()((db, p) =>
  db
    .selectFrom('instance_key_pairs')
    .select('instance')
    .where('key_pair', '=', p.pair)
    .limit(p.limit),
);

/** Which of these keys there are, whosever they are. */
export const keyPairsLeft = statement<{ readonly keys: ReadonlyArray<Key<'key-pair'>> }>()(
  (db, p) => db.selectFrom('key_pairs').select('key').where('key', 'in', p.keys),
);

/** The number of a new instance is known to its row alone, and so the row is asked for it. */
export const linkInstances = statement<{
  readonly instances: ReadonlyArray<Key<'instance'>>;
  readonly pair: Key<'key-pair'>;
  readonly position: number;
}>()((db, p) =>
  db
    .insertInto('instance_key_pairs')
    .columns(['key_pair', 'position', 'instance', 'account', 'region', 'number', 'zone'])
    .expression(
      db
        .selectFrom('instances')
        .select((eb) => [
          eb.val(p.pair).as('pair'),
          eb.val(p.position).as('position'),
          'key',
          'account',
          'region',
          'seq',
          'zone',
        ])
        .where('key', 'in', p.instances),
    ),
);

export const unlinkInstances = statement<{ readonly instances: ReadonlyArray<Key<'instance'>> }>()(
  (db, p) => db.deleteFrom('instance_key_pairs').where('instance', 'in', p.instances),
);

/** What a key pair must be like; the values of one field are alternatives. */
export interface KeyPairFilter {
  readonly keys?: ReadonlyArray<Key<'key-pair'>> | undefined;
  readonly names?: readonly string[] | undefined;
  /** Patterns of `containing`, and the like of them with `\` as the escape. */
  readonly namePatterns?: readonly string[] | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly fingerprint?: string | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const keyPairListing = listing<KeyPairFilter, KeyPairRow>('key_pairs', {
  keys: within('key', 'few'),
  names: within('name'),
  namePatterns: like('name'),
  projects: within('project', 'scan'),
  fingerprint: equal('fingerprint', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('key-pair'),
});

/** The key pairs of an account in a region, newest first. */
export async function selectKeyPairs(
  reader: Reader,
  owner: InRegion,
  { filter, page }: { readonly filter: KeyPairFilter; readonly page: Page },
): Promise<Listed<KeyPair>> {
  const request = { query: filter, page, newestFirst: true };
  const { total, rows } = await keyPairListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: keyPairOf });
}
