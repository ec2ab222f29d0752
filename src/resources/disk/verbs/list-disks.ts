import type { Instance } from '../../instance/instance.ts';
import { listInstances } from '../../instance/verbs/list.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import { zonesListed } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Disk } from '../disk.ts';
import { diskOf } from '../disk-row.ts';
import { diskDeadline, diskListing } from '../disk-listing.ts';
import type { DiskQuery } from '../disk-query.ts';

export interface DisksRequest {
  readonly region: string;
  readonly query: DiskQuery;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** In the order in which what was paid for is over; those that are paid by the hour come last. */
interface DisksByDeadline extends DisksRequest {
  readonly by: 'deadline';
  readonly page: Extract<Page, { readonly offset: number }>;
}

/** A disk and the instance that it is attached to, if any. */
export interface ListedDisk {
  readonly disk: Disk;
  readonly instance: Instance | null;
}

/** Disks of the account in zones that the asker sees, with the instances they are attached to. */
export const listDisks = verb(
  [listInstances],
  async (
    scope: ReadScope,
    request: DisksRequest | DisksByDeadline,
  ): Promise<Listed<ListedDisk>> => {
    const { region, newestFirst, page } = request;
    const { db, account } = scope;
    const query = { ...request.query, zones: zonesListed(scope, region, request.query.zones) };
    const owner = { account, region };
    const { total, rows } =
      'by' in request
        ? await diskListing.sorted(db, owner, {
            query,
            newestFirst,
            page: request.page,
            sortedBy: diskDeadline,
          })
        : await diskListing.list(db, owner, { query, page, newestFirst });
    const { items: disks, next } = listed(rows, total, { limit: page.limit, item: diskOf });
    const keys = [...new Set(disks.flatMap(({ instance }) => instance ?? []))];
    const all = { keys, region: null, offset: 0, limit: keys.length };
    const { instances } = await listInstances(scope, all);
    const byKey = new Map(instances.map((instance) => [instance.key, instance] as const));
    const items = disks.map((disk) => ({
      disk,
      instance: byKey.get(disk.instance ?? '') ?? null,
    }));
    return { total, items, next };
  },
);
