import { flag, integer, keyOf, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * An image that an operator brought. `engine_name` is what the driver calls it; `stands_for` is a
 * JSON list of the public images, by key, whose machines are made from it.
 */
export const imageTable = table({
  seq,
  key: keyOf('image'),
  name: text,
  os_family: oneOf('linux', 'windows'),
  os_name: text,
  platform: text,
  architecture: oneOf('x86_64', 'arm64', 'i386'),
  size_gib: integer,
  login_user: text,
  cloud_init: flag,
  engine_name: text,
  stands_for: text,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    images: ColumnsOf<typeof imageTable>;
  }
}

export type ImageRow = RowOf<typeof imageTable>;
export type NewImage = NewRowOf<typeof imageTable>;
