import { addMonths, lastEndMs } from '#kernel/calendar.ts';
import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import type { BandwidthPackage } from '../bandwidth-package.ts';
import { bandwidthPackageFaults } from '../faults.ts';
import { bandwidthPackageQuota } from '../quota.ts';

type Settings = Omit<BandwidthPackage, 'key' | 'account' | 'createdAt' | 'expiresAt'>;

export interface NewPackages extends Settings {
  readonly count: number;
  /** For how many months it is paid, of what is paid in advance. */
  readonly months?: number | undefined;
  readonly tags: readonly Tag[];
}

/** Makes packages that are alike; answers their keys. */
export const createPackages = verb(
  [
    bandwidthPackageFaults.quotaExceeded,
    bandwidthPackageFaults.periodMissing,
    bandwidthPackageFaults.periodOutOfRange,
  ],
  async (scope: Scope, request: NewPackages): Promise<ReadonlyArray<Key<'bandwidth-package'>>> => {
    const { db, account, now, cloud } = scope;
    const { region, count, tags } = request;
    const expiresAt = endOf(request, now);
    const keys: Array<Key<'bandwidth-package'>> = [];
    for (let made = 0; made < count; made += 1) {
      await bandwidthPackageQuota.take(scope, region);
      keys.push(newKey(cloud.random));
    }
    await db.insert(
      'bandwidth_packages',
      keys.map((key) => ({
        key,
        account,
        region,
        name: request.name,
        description: request.description,
        line: request.line,
        charge: request.charge,
        mbps: request.mbps,
        protocol: request.protocol,
        resource_group: request.resourceGroup,
        protected: request.protected ? 1 : 0,
        created_at: now,
        expires_at: expiresAt,
        own: Object.keys(request.own).length === 0 ? null : JSON.stringify(request.own),
      })),
    );
    await saveTags(db, { account, kind: 'bandwidth-package', resources: keys }, tags);
    return keys;
  },
);

function endOf({ charge, months }: NewPackages, now: number): number | null {
  if (charge !== 'prepaid') return null;
  if (months === undefined) throw bandwidthPackageFaults.periodMissing();
  const end = addMonths(now, months);
  if (end > lastEndMs) throw bandwidthPackageFaults.periodOutOfRange();
  return end;
}
