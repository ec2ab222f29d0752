import { addToCounter } from '#store/counters.ts';
import type { Scope } from '../scope.ts';
import { securityGroupFaults } from './faults.ts';

/**
 * Security groups of an account in a region (D3). The default one is counted apart: it takes no
 * quota, and there is never a second one, however many launches want the first at once (D15).
 */
export async function takeSecurityGroupQuota(scope: Scope, region: string): Promise<void> {
  const limit = scope.cloud.configuration.securityGroupsPerRegionMax;
  if (await addToCounter(scope.db, { ...counterOf(scope, region, 'own'), limit }, 1)) return;
  throw securityGroupFaults.quotaExceeded({ region, limit });
}

/** Claims to make the default group of a region; false where there is one. */
export function claimDefaultSecurityGroup(scope: Scope, region: string): Promise<boolean> {
  return addToCounter(scope.db, { ...counterOf(scope, region, 'default'), limit: 1 }, 1);
}

/** Counts a group out that is gone; the default one never goes. */
export async function returnSecurityGroupQuota(scope: Scope, region: string): Promise<void> {
  await addToCounter(scope.db, counterOf(scope, region, 'own'), -1);
}

function counterOf({ account }: Scope, region: string, name: 'own' | 'default') {
  return { account, scope: `security-groups:${region}`, name };
}
