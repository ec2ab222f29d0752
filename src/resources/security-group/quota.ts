import { regionalQuota } from '../regional-quota.ts';
import { securityGroupNoun } from './noun.ts';

/** Security groups of an account in a region. */
export const securityGroupQuota = regionalQuota(securityGroupNoun);
