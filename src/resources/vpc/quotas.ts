import { addToCounter } from '#store/counters.ts';
import type { Scope } from '../scope.ts';
import { vpcFaults } from './faults.ts';

/**
 * Networks of an account in a region (D3). The default one is counted apart: it takes no quota, and
 * there is never a second one, however many launches want the first at once (D15).
 */
export async function takeVpcQuota(scope: Scope, region: string): Promise<void> {
  const limit = scope.cloud.configuration.vpcsPerRegionMax;
  if (await addToCounter(scope.db, { ...counterOf(scope, region, 'own'), limit }, 1)) return;
  throw vpcFaults.quotaExceeded({ region, limit });
}

/** Claims to make the default network of a region; false where there is one. */
export function claimDefaultVpc(scope: Scope, region: string): Promise<boolean> {
  return addToCounter(scope.db, { ...counterOf(scope, region, 'default'), limit: 1 }, 1);
}

/** Counts a network out that is gone. */
export async function returnVpcQuota(
  scope: Scope,
  vpc: { readonly region: string; readonly isDefault: boolean },
): Promise<void> {
  const name = vpc.isDefault ? 'default' : 'own';
  await addToCounter(scope.db, counterOf(scope, vpc.region, name), -1);
}

function counterOf({ account }: Scope, region: string, name: 'own' | 'default') {
  return { account, scope: `vpcs:${region}`, name };
}
