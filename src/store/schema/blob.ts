import { table, text } from '../table.ts';
import type { ColumnsOf } from '../table.ts';

/** What is large and rarely read of a resource: one text of each kind. */
export const blobTable = table({ resource: text, kind: text, body: text }, ['resource', 'kind']);

declare module '../schema.ts' {
  interface Schema {
    blobs: ColumnsOf<typeof blobTable>;
  }
}
