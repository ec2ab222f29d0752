import { table, text } from '../table.ts';
import type { ColumnsOf } from '../table.ts';

/** A tag that an account has, whether a resource has it or not. */
export const keptTagTable = table({ account: text, name: text, value: text }, [
  'account',
  'name',
  'value',
]);

declare module '../schema.ts' {
  interface Schema {
    kept_tags: ColumnsOf<typeof keptTagTable>;
  }
}
