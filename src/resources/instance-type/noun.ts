import { noun } from '../noun.ts';
import { instanceTypeFaults } from './faults.ts';

/** What instances are like: it stands in the catalogues, and has no rows. */
export const instanceTypeNoun = noun({ name: 'instance-type', faults: instanceTypeFaults });
