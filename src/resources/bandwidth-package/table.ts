import type { Key } from '#kernel/key.ts';
import type { BandwidthPackageRow } from '#store/schema/bandwidth-package.ts';
import { statement } from '#store/statement.ts';
import { listing } from '../listing/listing.ts';
import { like, nothing, within } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';

type Package = Key<'bandwidth-package'>;

export const packageByKey = statement<{ readonly key: Package; readonly account: string }>()(
  (db, p) =>
    db
      .selectFrom('bandwidth_packages')
      .selectAll()
      .where('key', '=', p.key)
      .where('account', '=', p.account),
);

export const changePackageRow = statement<{
  readonly key: Package;
  readonly name: string | null;
  readonly description: string | null;
  readonly charge: string;
  readonly mbps: number;
  readonly protected: 0 | 1;
  readonly resourceGroup: string | null;
}>()((db, p) =>
  db
    .updateTable('bandwidth_packages')
    .set({
      name: p.name,
      description: p.description,
      charge: p.charge,
      mbps: p.mbps,
      protected: p.protected,
      resource_group: p.resourceGroup,
    })
    .where('key', '=', p.key),
);

export const deletePackageRow = statement<{ readonly key: Package }>()((db, p) =>
  db.deleteFrom('bandwidth_packages').where('key', '=', p.key),
);

/** What packages are asked for. Every list given narrows; the values within one widen. */
export interface PackageQuery {
  readonly keys?: readonly Package[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly namePatterns?: readonly string[] | undefined;
  readonly lines?: readonly string[] | undefined;
  readonly charges?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  readonly nothing?: true | undefined;
}

/** An account has twenty in a region: each is looked at. */
export const packageListing = listing<PackageQuery, BandwidthPackageRow>('bandwidth_packages', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  namePatterns: like('name'),
  lines: within('line', 'scan'),
  charges: within('charge', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('bandwidth-package'),
  nothing,
});
