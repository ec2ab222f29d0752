import { readFileSync, rmSync } from 'node:fs';
import type { CopyEnd } from '#store/copy/end.ts';
import { writeKey } from './key-file.ts';

/**
 * The end of a directory that gets a key file with its rows: just before them, since a cloud is
 * never without the key that opens its secrets, and neither where they cannot be kept.
 */
export function keepKey(target: CopyEnd, { from, to }: { from: string; to: string }): CopyEnd {
  return {
    ...target,
    async commit() {
      writeKey(to, readFileSync(from, 'utf8'));
      try {
        await target.commit();
      } catch (error) {
        rmSync(to);
        throw error;
      }
    },
  };
}
