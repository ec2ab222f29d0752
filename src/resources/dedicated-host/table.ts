import type { Key } from '#kernel/key.ts';
import type { DedicatedHostRow } from '#store/schema/dedicated-host.ts';
import { statement } from '#store/statement.ts';
import type { Reader, Tx } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { isOneOf, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import {
  contractColumns,
  dedicatedHostOf,
  type DedicatedHost,
  type DedicatedHostContract,
} from './dedicated-host.ts';

type Keys = ReadonlyArray<Key<'dedicated-host'>>;

export const ownHosts = statement<{ readonly account: string; readonly keys: Keys }>()((db, p) =>
  db
    .selectFrom('dedicated_hosts')
    .selectAll()
    .where('key', 'in', p.keys)
    .where('account', '=', p.account),
);

/** Of any account: for workflows, which were started with the right keys. */
export const hostsByKeys = statement<{ readonly keys: Keys }>()((db, p) =>
  db.selectFrom('dedicated_hosts').selectAll().where('key', 'in', p.keys),
);

interface Owner {
  readonly account: string;
  readonly region: string;
}

export const hostsIn = statement<Owner>()((db, p) =>
  db
    .selectFrom('dedicated_hosts')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .orderBy('seq'),
);

const changeRow = statement<
  ReturnType<typeof contractColumns> & { readonly key: string; readonly version: number }
>()((db, p) =>
  db
    .updateTable('dedicated_hosts')
    .set((eb) => ({
      state: p.state,
      name: p.name,
      description: p.description,
      project: p.project,
      cluster: p.cluster,
      charge_type: p.charge_type,
      period: p.period,
      period_unit: p.period_unit,
      renewal: p.renewal,
      renewal_period: p.renewal_period,
      renewal_unit: p.renewal_unit,
      renewal_day: p.renewal_day,
      expires_at: p.expires_at,
      release_at: p.release_at,
      auto_placement: p.auto_placement,
      maintenance_action: p.maintenance_action,
      cpu_percent: p.cpu_percent,
      udp_timeout: p.udp_timeout,
      slb_udp_timeout: p.slb_udp_timeout,
      moves: p.moves,
      version: eb('version', '+', 1),
    }))
    .where('key', '=', p.key)
    .where('version', '=', p.version),
);

/** Changes a host that was read in the same transaction (D3). */
export async function changeHost(
  tx: Tx,
  host: DedicatedHost,
  to: Partial<DedicatedHostContract>,
): Promise<void> {
  const { key, version } = host;
  const columns = contractColumns({ ...host, ...to });
  if ((await tx.run(changeRow, { ...columns, key, version })) === 1) return;
  throw new Error(`The dedicated host ${key} changed under its change.`);
}

export const deleteHostRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('dedicated_hosts').where('key', '=', p.key),
);

export const instancesOnHosts = statement<Owner & { readonly keys: Keys }>()((db, p) =>
  db
    .selectFrom('instances')
    .select(['key', 'type', 'state', 'charge_type', 'dedicated_host'])
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('dedicated_host', 'in', p.keys)
    .orderBy('seq'),
);

/** What a host must be like; the values of one field are alternatives. */
export interface DedicatedHostFilter {
  readonly keys?: Keys | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly states?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly clusters?: ReadonlyArray<Key<'dedicated-host-cluster'>> | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** How the server is that it is on. */
  readonly health?: 'up' | 'failing' | 'down' | undefined;
}

const hostListing = listing<DedicatedHostFilter, DedicatedHostRow>('dedicated_hosts', {
  keys: within('key', 'few'),
  zones: within('zone', 'scan'),
  projects: within('project', 'scan'),
  names: within('name', 'scan'),
  states: within('state', 'scan'),
  types: within('type', 'scan'),
  clusters: within('cluster', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('dedicated-host'),
  health: {
    by: 'scan',
    condition: (eb, health) =>
      eb(
        'host',
        'in',
        eb
          .selectFrom('hosts')
          .select('key')
          .where('dedicated', 'is not', null)
          .where((inner) => isOneOf(inner, 'state', [health])),
      ),
  },
});

/** The hosts of an account in a region, newest first. */
export async function selectHosts(
  reader: Reader,
  owner: Owner,
  { filter, page }: { readonly filter: DedicatedHostFilter; readonly page: Page },
): Promise<Listed<DedicatedHost>> {
  const request = { query: filter, page, newestFirst: true };
  const { total, rows } = await hostListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: dedicatedHostOf });
}
