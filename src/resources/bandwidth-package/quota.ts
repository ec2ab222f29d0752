import { regionalQuota } from '../regional-quota.ts';
import { bandwidthPackageNoun } from './noun.ts';

/** Packages of an account in a region. */
export const bandwidthPackageQuota = regionalQuota(bandwidthPackageNoun);
