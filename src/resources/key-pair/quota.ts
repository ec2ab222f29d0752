import { regionalQuota } from '../regional-quota.ts';
import { keyPairNoun } from './noun.ts';

/** Key pairs of an account in a region. */
export const keyPairQuota = regionalQuota(keyPairNoun);
