import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * An image of an account, made from an instance or from snapshots, copied or imported. `base` is
 * the public image that its system comes from, whose words vendors have; null where it came from
 * elsewhere. `source_image` is the image it is a copy of, `error` why it was not made; progress
 * is reckoned from `created_at` to `expected_at`. `own` is JSON: what one vendor alone knows.
 */
export const ownImageTable = table({
  seq,
  key: keyOf('image'),
  account: text,
  region: text,
  state: oneOf('creating', 'copying', 'importing', 'available', 'failed', 'import-failed'),
  name: text,
  description: text,
  family: nullable(text),
  deprecated: flag,
  os_family: oneOf('linux', 'windows'),
  os_name: text,
  platform: text,
  architecture: oneOf('x86_64', 'arm64', 'i386'),
  size_gib: integer,
  login_user: text,
  cloud_init: flag,
  base: nullable(keyOf('image')),
  source: oneOf('instance', 'snapshots', 'copy', 'import'),
  source_image: nullable(keyOf('image')),
  source_instance: nullable(keyOf('instance')),
  encrypted: flag,
  encryption_key: nullable(text),
  licence: oneOf('vendor', 'own'),
  boot_mode: nullable(text),
  resource_group: nullable(text),
  error: nullable(text),
  created_at: integer,
  expected_at: integer,
  own: nullable(text),
});

/** The disks of an image in their order, the system disk first, and the snapshots behind them. */
export const imageDiskTable = table(
  {
    image: keyOf('image'),
    position: integer,
    role: oneOf('system', 'data'),
    size_gib: integer,
    snapshot: nullable(keyOf('snapshot')),
    device: nullable(text),
  },
  ['image', 'position'],
);

/** An account that may launch from an image of another one. */
export const imageShareTable = table(
  { image: keyOf('image'), account: text, created_at: integer },
  ['image', 'account'],
);

declare module '../schema.ts' {
  interface Schema {
    own_images: ColumnsOf<typeof ownImageTable>;
    image_disks: ColumnsOf<typeof imageDiskTable>;
    image_shares: ColumnsOf<typeof imageShareTable>;
  }
}

export type OwnImageRow = RowOf<typeof ownImageTable>;
export type NewOwnImage = NewRowOf<typeof ownImageTable>;
export type ImageDiskRow = RowOf<typeof imageDiskTable>;
