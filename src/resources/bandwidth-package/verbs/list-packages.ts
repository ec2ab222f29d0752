import type { Key } from '#kernel/key.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { type BandwidthPackage, bandwidthPackageOf } from '../bandwidth-package.ts';
import { bandwidthPackageFaults } from '../faults.ts';
import { packageByKey, packageListing, type PackageQuery } from '../table.ts';

export interface PackageNamed {
  readonly package: Key<'bandwidth-package'>;
  /** Undefined: wherever it is. */
  readonly region: string | undefined;
}

/** A package of the account. */
export const requirePackage = verb(
  [bandwidthPackageFaults.notFound],
  async ({ db, account }: ReadScope, named: PackageNamed): Promise<BandwidthPackage> => {
    const { package: key, region } = named;
    const row = await db.first(packageByKey, { key, account });
    if (row !== undefined && (region === undefined || row.region === region)) {
      return bandwidthPackageOf(row);
    }
    throw bandwidthPackageFaults.notFound({ 'bandwidth-package': key });
  },
);

export interface PackagesRequest {
  readonly region: string;
  readonly query: PackageQuery;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** Packages of the account in a region. */
export const listPackages = verb(
  [],
  async (
    { db, account }: ReadScope,
    { region, query, newestFirst, page }: PackagesRequest,
  ): Promise<Listed<BandwidthPackage>> => {
    const asked = { query, page, newestFirst };
    const { total, rows } = await packageListing.list(db, { account, region }, asked);
    return listed(rows, total, { limit: page.limit, item: bandwidthPackageOf });
  },
);
