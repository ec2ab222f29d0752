import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { tagFaults } from '../faults.ts';
import {
  forgetTag,
  keepTag,
  keptTags,
  tagKeysMax,
  tagValuesPerKeyMax,
  type Keeping,
} from '../kept.ts';
import type { Tag } from '../tag.ts';

/** Makes sure that the account has the tags, whether a resource has them or not. */
export const keepTags = verb(
  [tagFaults.keyQuotaExceeded, tagFaults.valueQuotaExceeded],
  async (scope: Scope, tags: readonly Tag[]): Promise<void> => {
    for (const tag of tags) allowed(await keepTag(scope.db, scope.account, tag));
  },
);

/** Makes tags that no resource has yet. */
export const createTags = verb(
  [tagFaults.keyQuotaExceeded, tagFaults.valueQuotaExceeded, tagFaults.taken],
  async (scope: Scope, tags: readonly Tag[]): Promise<void> => {
    for (const tag of tags) {
      if (allowed(await keepTag(scope.db, scope.account, tag)) === 'known') {
        throw tagFaults.taken({ message: `There is a tag ${said(tag)} already.` });
      }
    }
  },
);

/** Deletes tags that no resource has. */
export const deleteTags = verb(
  [tagFaults.notFound, tagFaults.inUse],
  async (scope: Scope, tags: readonly Tag[]): Promise<void> => {
    for (const tag of tags) {
      const one = { names: [tag.name], values: [tag.value], limit: 1 };
      const [kept] = await keptTags(scope, one);
      if (kept === undefined) {
        throw tagFaults.notFound({ message: `There is no tag ${said(tag)}.` });
      }
      if (kept.used) throw tagFaults.inUse({ message: `Resources have the tag ${said(tag)}.` });
      await forgetTag(scope.db, scope.account, tag);
    }
  },
);

/** @throws Fault where the account may not have one more */
function allowed(keeping: Keeping): Keeping {
  if (keeping === 'too-many-keys') throw tagFaults.keyQuotaExceeded({ limit: tagKeysMax });
  if (keeping !== 'too-many-values') return keeping;
  throw tagFaults.valueQuotaExceeded({ limit: tagValuesPerKeyMax });
}

function said({ name, value }: Tag): string {
  return `\`${name}\`:\`${value}\``;
}
