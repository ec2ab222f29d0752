import { sql } from 'kysely';
import type { Key } from '#kernel/key.ts';
import { documentOf } from '#store/document.ts';
import { disksOfKeys } from '../../disk/by-keys.ts';
import { type Disk, disksOf } from '../../disk/disk.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import type { Instance } from '../../instance/instance.ts';
import type { Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { SnapshotDoc } from '../snapshot.ts';

/** All snapshots of a disk in a region, which may be gone itself. */
export interface SnapshotChain {
  readonly disk: Key<'disk'>;
  /** The disk as it is now, and the instance that it is attached to. */
  readonly live: Disk | null;
  readonly instance: Instance | null;
  readonly role: 'system' | 'data';
  readonly sizeGiB: number;
  readonly count: number;
  readonly totalGiB: number;
  /** What is written beside its snapshots; without those that have nothing beside them. */
  readonly notes: ReadonlyArray<{ readonly createdAt: number; readonly doc: SnapshotDoc }>;
}

export interface ChainsRequest {
  readonly region: string;
  /** Undefined narrows nothing; of several, chains of disks that are in all. */
  readonly disks?: ReadonlyArray<Key<'disk'>> | undefined;
  readonly instance?: Key<'instance'> | undefined;
  readonly page: Page;
}

export interface ChainsListed {
  readonly total: number;
  readonly items: readonly SnapshotChain[];
  readonly next: number | undefined;
}

/** Chains of snapshots, the youngest chain first; one that failed is in none. */
export const listSnapshotChains = verb(
  [],
  async (scope: ReadScope, request: ChainsRequest): Promise<ChainsListed> => {
    const disks = await disksAsked(scope, request);
    if (disks?.length === 0) return { total: 0, items: [], next: undefined };
    const asked = { ...request, disks };
    const { limit } = request.page;
    const rows = await rowsOf(scope, asked);
    const shown = rows.slice(0, limit);
    return {
      total: await countOf(scope, asked),
      items: await chainsOf(scope, request.region, shown),
      next: rows.length > limit ? shown.at(-1)?.first : undefined,
    };
  },
);

async function disksAsked({ db }: ReadScope, { disks, instance }: ChainsRequest) {
  if (instance === undefined) return disks;
  const attached = (await disksOf(db, [instance])).get(instance) ?? [];
  const keys = attached.map(({ key }) => key);
  return disks === undefined ? keys : keys.filter((key) => disks.includes(key));
}

/** Snapshots of the account that are in chains. */
function chained(scope: ReadScope, { region, disks }: Omit<ChainsRequest, 'page'>) {
  const { db, account } = scope;
  const found = db.db
    .selectFrom('snapshots')
    .where('account', '=', account)
    .where('region', '=', region)
    .where('zone', 'in', seenZones(scope, region))
    .where('state', '<>', sql.lit('failed' as const));
  return disks === undefined ? found : found.where('disk', 'in', disks);
}

async function rowsOf(scope: ReadScope, request: ChainsRequest) {
  const { page } = request;
  const after = 'after' in page ? page.after : undefined;
  const offset = 'offset' in page ? page.offset : 0;
  const query = chained(scope, request)
    .select((eb) => [
      'disk',
      eb.fn.min<number>('seq').as('first'),
      // Of a snapshot of a system disk that counts as one of a data disk, the chain is the disk's.
      eb.fn.max('role').as('role'),
      eb.fn.max<number>('size_gib').as('size'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | string>('size_gib').as('total'),
    ])
    .groupBy('disk')
    .orderBy('first', 'desc')
    .offset(offset)
    .limit(page.limit + 1);
  const part = after === undefined ? query : query.having((eb) => eb(eb.fn.min('seq'), '<', after));
  return part.execute();
}

async function countOf(scope: ReadScope, request: ChainsRequest): Promise<number> {
  const row = await chained(scope, request)
    .select((eb) => eb.fn.count<number>('disk').distinct().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

async function chainsOf(
  scope: ReadScope,
  region: string,
  rows: Awaited<ReturnType<typeof rowsOf>>,
): Promise<readonly SnapshotChain[]> {
  const keys = rows.map(({ disk }) => disk);
  if (keys.length === 0) return [];
  const { db } = scope;
  const disks = new Map((await disksOfKeys(db, keys)).map((disk) => [disk.key, disk] as const));
  const holders = [...disks.values()].flatMap(({ instance }) => instance ?? []);
  const instances = await instancesOfKeys(db, holders);
  const noted = await chained(scope, { region, disks: keys })
    .select(['disk', 'doc', 'created_at'])
    .where('doc', '<>', sql.lit('{}'))
    .execute();
  const notes = Map.groupBy(noted, ({ disk }) => disk);
  return rows.map(({ disk, role, size, count, total }) => {
    const live = disks.get(disk) ?? null;
    return {
      disk,
      live,
      instance: instances.get(live?.instance ?? '') ?? null,
      role,
      sizeGiB: live?.sizeGiB ?? size,
      count,
      totalGiB: Number(total),
      notes: (notes.get(disk) ?? []).map(({ doc, created_at: createdAt }) => ({
        createdAt,
        doc: documentOf<SnapshotDoc>(doc, {}),
      })),
    };
  });
}
