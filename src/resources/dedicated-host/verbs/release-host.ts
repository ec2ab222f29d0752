import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { removeHost } from '../remove.ts';
import { requireHost } from '../require.ts';
import { changeHost } from '../table.ts';
import { hostReleaseTarget } from '../targets.ts';
import { scheduleHostRelease } from '../timers.ts';
import { instancesOn } from '../usage.ts';

export interface HostRequest {
  readonly host: Key<'dedicated-host'>;
  readonly region: string;
}

/** Gives back a host that is paid by the hour and that nothing is on. */
export const releaseHost = verb(
  [faults.notFound, faults.initializing, faults.notPostpaid, faults.hasInstances],
  async (scope: Scope, { host: key, region }: HostRequest): Promise<void> => {
    const host = await requireHost(scope, key, region);
    const about = { 'dedicated-host': key };
    if (host.state === 'creating') throw faults.initializing(about);
    if (host.prepaid !== null) throw faults.notPostpaid(about);
    const instances = await instancesOn(scope.db, [host]);
    if (instances.has(key)) throw faults.hasInstances(about);
    await removeHost(scope.db, host, 'before');
  },
);

/** Sets when a host that is paid by the hour is released by itself; null for never. */
export const changeHostReleaseTime = verb(
  [faults.notFound, faults.notPostpaid],
  async (
    scope: Scope,
    { host: key, region, at }: HostRequest & { readonly at: number | null },
  ): Promise<void> => {
    const host = await requireHost(scope, key, region);
    if (host.prepaid !== null) throw faults.notPostpaid({ 'dedicated-host': key });
    if (at === null) await cancelWorkflows(scope.db, [hostReleaseTarget(key)]);
    else await scheduleHostRelease(scope, key, at);
    await changeHost(scope.db, host, { releaseAt: at });
  },
);
