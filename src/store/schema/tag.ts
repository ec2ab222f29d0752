import type { Selectable } from 'kysely';

/** A word its owner put on a resource (D28). `resource` is the resource's key. */
export interface TagTable {
  account: string;
  resource_kind: string;
  resource: string;
  name: string;
  value: string;
}

export type TagRow = Selectable<TagTable>;
