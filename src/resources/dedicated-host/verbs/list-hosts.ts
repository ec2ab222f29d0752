import type { Key } from '#kernel/key.ts';
import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { DedicatedHost } from '../dedicated-host.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { requireHost, requireHosts, requireRenewable } from '../require.ts';
import { selectHosts, type DedicatedHostFilter } from '../table.ts';

export interface DedicatedHostsRequest {
  readonly region: string;
  readonly filter: DedicatedHostFilter;
  readonly page: Page;
}

/** Hosts of the account in a region, newest first. */
export const listDedicatedHosts = verb(
  [],
  ({ db, account }: ReadScope, request: DedicatedHostsRequest): Promise<Listed<DedicatedHost>> =>
    selectHosts(db, { account, region: request.region }, request),
);

export interface RenewableHostsRequest {
  readonly keys: ReadonlyArray<Key<'dedicated-host'>>;
  readonly region: string;
}

/** Hosts that are paid in advance, in the order asked. */
export const renewableHosts = verb(
  [faults.notFound, faults.notPrepaid, faults.initializing],
  async (
    scope: ReadScope,
    { keys, region }: RenewableHostsRequest,
  ): Promise<readonly DedicatedHost[]> => {
    const hosts = await requireHosts(scope, keys, region);
    hosts.forEach(requireRenewable);
    return hosts;
  },
);

/** The one host of the account in a region that a request names. */
export const getDedicatedHost = verb(
  [faults.notFound],
  (
    scope: Pick<ReadScope, 'db' | 'account'>,
    { key, region }: { readonly key: string; readonly region: string },
  ): Promise<DedicatedHost> => requireHost(scope, key, region),
);
