import { regionalQuota } from '../regional-quota.ts';
import { vpcNoun } from './noun.ts';

/** Networks of an account in a region. */
export const vpcQuota = regionalQuota(vpcNoun);
