import type { Generated, Insertable, Selectable } from 'kysely';

/**
 * An image that an operator brought. `engine_name` is what the driver calls it; `stands_for` is a
 * JSON list of the public images, by key, whose machines are made from it.
 */
export interface ImageTable {
  seq: Generated<number>;
  key: string;
  name: string;
  os_family: 'linux' | 'windows';
  os_name: string;
  platform: string;
  architecture: 'x86_64' | 'arm64' | 'i386';
  size_gib: number;
  login_user: string;
  cloud_init: 0 | 1;
  engine_name: string;
  stands_for: string;
  created_at: number;
}

export type ImageRow = Selectable<ImageTable>;
export type NewImage = Insertable<ImageTable>;
