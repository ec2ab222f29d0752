import { listed, type Listed, type Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { type DiskBackup, diskBackupOf } from '../disk-backup.ts';
import { backupListing, type DiskBackupQuery } from '../table.ts';

export interface BackupsRequest {
  readonly region: string;
  readonly query: Omit<DiskBackupQuery, 'zones'>;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** Backups of disks in zones that the asker sees. */
export const listDiskBackups = verb(
  [],
  async (scope: ReadScope, request: BackupsRequest): Promise<Listed<DiskBackup>> => {
    const { region, newestFirst, page } = request;
    const { db, account } = scope;
    const query = { ...request.query, zones: seenZones(scope, region) };
    const asked = { query, page, newestFirst };
    const { total, rows } = await backupListing.list(db, { account, region }, asked);
    return listed(rows, total, { limit: page.limit, item: diskBackupOf });
  },
);
