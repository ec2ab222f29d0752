import { regionalQuota } from '../regional-quota.ts';
import { imageNoun } from './noun.ts';

/** Images of an account in a region. */
export const imageQuota = regionalQuota(imageNoun);
