import { keptTagTable } from '#store/schema/kept-tag.ts';
import { tagTable } from '#store/schema/tag.ts';
import { noun } from '../noun.ts';
import { tagFaults } from './faults.ts';

/** What an owner writes on resources. */
export const tagNoun = noun({
  name: 'tag',
  tables: { tags: tagTable, kept_tags: keptTagTable },
  onReset: 'goes',
  faults: tagFaults,
});
