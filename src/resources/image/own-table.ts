import type { Key } from '#kernel/key.ts';
import type { OwnImageState } from './own-image.ts';
import { statement } from '#store/statement.ts';

interface Keys {
  readonly keys: ReadonlyArray<Key<'image'>>;
}

interface InRegion {
  readonly account: string;
  readonly region: string;
}

/** Images by key, whoever's: for workflows, and for what was found to be the asker's. */
export const ownImagesByKeys = statement<Keys>()((db, p) =>
  db.selectFrom('own_images').selectAll().where('key', 'in', p.keys),
);

/** Those of an account in a region, newest first: a quota bounds them. */
export const ownImagesIn = statement<InRegion>()((db, p) =>
  db
    .selectFrom('own_images')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .orderBy('seq', 'desc'),
);

/** Those of others that an account was given in a region, newest first. */
export const sharedImagesIn = statement<InRegion>()((db, p) =>
  db
    .selectFrom('image_shares')
    .innerJoin('own_images', 'own_images.key', 'image_shares.image')
    .selectAll('own_images')
    .where('image_shares.account', '=', p.account)
    .where('own_images.region', '=', p.region)
    .orderBy('own_images.seq', 'desc'),
);

/** Of these images those that an account was given. */
export const imagesGiven = statement<Keys & { readonly account: string }>()((db, p) =>
  db
    .selectFrom('image_shares')
    .select('image')
    .where('image', 'in', p.keys)
    .where('account', '=', p.account),
);

export const imageByName = statement<InRegion & { readonly name: string }>()((db, p) =>
  db
    .selectFrom('own_images')
    .select('key')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('name', '=', p.name),
);

export const takenImageKeys = statement<Keys>()((db, p) =>
  db.selectFrom('own_images').select('key').where('key', 'in', p.keys),
);

/** Copies of these images that are on their way. */
export const copiesUnderWay = statement<Keys>()((db, p) =>
  db
    .selectFrom('own_images')
    .select('source_image as source')
    .where('source_image', 'in', p.keys)
    .where('state', '=', 'copying'),
);

export const describeImageRow = statement<{
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly family: string | null;
  readonly deprecated: 0 | 1;
  readonly bootMode: string | null;
  readonly licence: 'vendor' | 'own';
  readonly own: string | null;
}>()((db, p) =>
  db
    .updateTable('own_images')
    .set({
      name: p.name,
      description: p.description,
      family: p.family,
      deprecated: p.deprecated,
      boot_mode: p.bootMode,
      licence: p.licence,
      own: p.own,
    })
    .where('key', '=', p.key),
);

/** Ends what is under way; one that is not any more stays as it is (D3). */
export const endImage = statement<{
  readonly key: string;
  readonly from: OwnImageState;
  readonly to: OwnImageState;
  readonly error: string | null;
}>()((db, p) =>
  db
    .updateTable('own_images')
    .set({ state: p.to, error: p.error })
    .where('key', '=', p.key)
    .where('state', '=', p.from),
);

/** Says when an image should be there. */
export const expectImage = statement<{ readonly key: string; readonly expectedAt: number }>()(
  (db, p) =>
    db.updateTable('own_images').set({ expected_at: p.expectedAt }).where('key', '=', p.key),
);

export const deleteOwnImages = statement<Keys>()((db, p) =>
  db.deleteFrom('own_images').where('key', 'in', p.keys),
);

export const disksOfImages = statement<Keys>()((db, p) =>
  db
    .selectFrom('image_disks')
    .selectAll()
    .where('image', 'in', p.keys)
    .orderBy('image')
    .orderBy('position'),
);

export const deleteDisksOfImages = statement<Keys>()((db, p) =>
  db.deleteFrom('image_disks').where('image', 'in', p.keys),
);

export const sharesOfImages = statement<Keys>()((db, p) =>
  db
    .selectFrom('image_shares')
    .selectAll()
    .where('image', 'in', p.keys)
    .orderBy('image')
    .orderBy('created_at')
    .orderBy('account'),
);

export const deleteShares = statement<{
  readonly image: Key<'image'>;
  readonly accounts: readonly string[];
}>()((db, p) =>
  db.deleteFrom('image_shares').where('image', '=', p.image).where('account', 'in', p.accounts),
);

export const deleteSharesOfImages = statement<Keys>()((db, p) =>
  db.deleteFrom('image_shares').where('image', 'in', p.keys),
);

/** The images that snapshots are behind. */
export const imagesBySnapshots = statement<{
  readonly snapshots: ReadonlyArray<Key<'snapshot'>>;
}>()((db, p) =>
  db
    .selectFrom('image_disks')
    .innerJoin('own_images', 'own_images.key', 'image_disks.image')
    .select(['snapshot', 'own_images.key as image', 'name', 'region'])
    .where('snapshot', 'in', p.snapshots)
    .orderBy('own_images.seq'),
);

/** Of an image whose snapshots were never made. */
export const forgetSnapshotsOfImage = statement<{ readonly image: Key<'image'> }>()((db, p) =>
  db.updateTable('image_disks').set({ snapshot: null }).where('image', '=', p.image),
);
