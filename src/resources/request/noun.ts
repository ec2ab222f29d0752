import { noun } from '../noun.ts';
import { requestFaults } from './faults.ts';

/** What is refused of a request whatever it asks for. */
export const requestNoun = noun({ name: 'request', faults: requestFaults });
