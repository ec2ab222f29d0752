import { regionalQuota } from '../regional-quota.ts';
import { autoSnapshotPolicyNoun } from './noun.ts';

/** Policies of an account in a region. */
export const policyQuota = regionalQuota(autoSnapshotPolicyNoun);
