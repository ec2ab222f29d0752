import type { Key } from '#kernel/key.ts';
import type { Scope } from '../scope.ts';
import { eventOf } from './change-event.ts';
import type { SystemEvent } from './system-event.ts';

/** A real or simulated event of the account, in that region where one is said. */
export async function findEvent(
  scope: Scope,
  {
    event: key,
    region,
  }: { readonly event: Key<'system-event'>; readonly region?: string | undefined },
): Promise<SystemEvent | undefined> {
  const event = await eventOf(scope.db, key);
  if (event === undefined || event.account !== scope.account || !scope.sees(event.zone)) {
    return undefined;
  }
  return region === undefined || event.region === region ? event : undefined;
}
