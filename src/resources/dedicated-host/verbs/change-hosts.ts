import type { Key } from '#kernel/key.ts';
import type { Prepaid } from '../../instance/instance.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { requireHosts, requireRenewable } from '../require.ts';
import { changeHost } from '../table.ts';

export interface HostsChange {
  readonly keys: ReadonlyArray<Key<'dedicated-host'>>;
  readonly region: string;
  readonly name?: string | undefined;
  readonly project?: number | undefined;
  readonly renewal?: Prepaid['renewal'] | undefined;
  /** How long it renews itself for; what it was where that is left out. */
  readonly every?: { readonly period: number; readonly unit: Prepaid['unit'] } | undefined;
}

/** Changes hosts alike, all of them or none; what is not given stays. */
export const changeDedicatedHosts = verb(
  [faults.notFound, faults.notPrepaid, faults.initializing],
  async (scope: Scope, { keys, region, ...change }: HostsChange): Promise<void> => {
    const { name, project, renewal, every } = change;
    const hosts = await requireHosts(scope, keys, region);
    if (renewal !== undefined) hosts.forEach(requireRenewable);
    for (const host of hosts) {
      const { prepaid } = host;
      const renewed = prepaid !== null && renewal !== undefined ? { ...prepaid, renewal } : prepaid;
      await changeHost(scope.db, host, {
        name: name ?? host.name,
        project: project ?? host.project,
        prepaid:
          renewed !== null && every !== undefined
            ? { ...renewed, renewalPeriod: every.period, renewalUnit: every.unit }
            : renewed,
      });
    }
  },
);
