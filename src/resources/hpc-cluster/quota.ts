import { regionalQuota } from '../regional-quota.ts';
import { hpcClusterNoun } from './noun.ts';

/** Clusters of an account in a region. */
export const hpcClusterQuota = regionalQuota(hpcClusterNoun);
