import { requireInstances } from '#resources/instance/require.ts';
import type { ReadScope } from '#resources/scope.ts';
import { WireFault } from '#wire/wire-fault.ts';

/**
 * Refuses an instance that is paid in advance and has expired, with the code of the page.
 * @throws instance.notFound where there is none of that key
 */
export async function refuseExpired(scope: ReadScope, key: string, code: string): Promise<void> {
  const [instance] = await requireInstances(scope, [key], null);
  if (instance?.chargeType !== 'prepaid' || (instance.expiresAt ?? Infinity) > scope.now) return;
  throw new WireFault(code, 'The specified instance has expired: renew it first.', 403);
}
