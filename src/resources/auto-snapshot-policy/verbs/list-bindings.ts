import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { bindingsBehind } from '../table.ts';

/** A disk and a policy that makes snapshots of it. */
export interface Bound {
  readonly policy: Key<'auto-snapshot-policy'>;
  readonly disk: Key<'disk'>;
}

export interface BindingsRequest {
  readonly region: string;
  readonly policy?: Key<'auto-snapshot-policy'> | undefined;
  readonly disk?: Key<'disk'> | undefined;
  /** What the page before ended with; "" twice for the first one. */
  readonly after: Bound;
  readonly limit: number;
}

/** What is bound in a region, by policy and disk; `next` is where another page goes on. */
export const listBindings = verb(
  [],
  async (
    { db, account }: ReadScope,
    { region, policy, disk, after, limit }: BindingsRequest,
  ): Promise<{ readonly items: readonly Bound[]; readonly next: Bound | undefined }> => {
    const rows = await db.all(bindingsBehind, {
      account,
      region,
      // Between two that are the same there is that one alone.
      policyFrom: policy ?? '',
      policyTo: policy ?? LAST,
      diskFrom: disk ?? '',
      diskTo: disk ?? LAST,
      afterPolicy: after.policy,
      afterDisk: after.disk,
      most: limit + 1,
    });
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? items.at(-1) : undefined };
  },
);

/** Behind every key: they are of letters and digits. */
const LAST = '~';
