import type { Key } from '#kernel/key.ts';
import type { BandwidthPackageRow } from '#store/schema/bandwidth-package.ts';

/** Over which provider's line: several of them (bgp), or one. */
export type Line = 'bgp' | 'bgp-premium' | 'mobile' | 'telecom' | 'unicom';

/** How it is paid: by what was measured in a month or a day, by traffic, or in advance. */
export type PackageCharge =
  | 'enhanced-95'
  | 'top-5'
  | 'primary-traffic'
  | 'bandwidth-daily'
  | 'peak-daily'
  | 'prepaid';

/** Bandwidth that public addresses share. Times are cloud milliseconds. */
export interface BandwidthPackage {
  readonly key: Key<'bandwidth-package'>;
  readonly account: string;
  readonly region: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly line: Line;
  readonly charge: PackageCharge;
  /** Mbps; -1 where nothing bounds it. */
  readonly mbps: number;
  readonly protocol: 'ipv4' | 'ipv6';
  readonly resourceGroup: string | null;
  readonly protected: boolean;
  readonly createdAt: number;
  /** The end of what is paid for in advance. */
  readonly expiresAt: number | null;
  /** What one vendor alone knows of it, in that vendor's words. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** A package as its row says. */
export function bandwidthPackageOf(row: BandwidthPackageRow): BandwidthPackage {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    name: row.name,
    description: row.description,
    line: row.line as Line,
    charge: row.charge as PackageCharge,
    mbps: row.mbps,
    protocol: row.protocol as 'ipv4' | 'ipv6',
    resourceGroup: row.resource_group,
    protected: row.protected === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    own: row.own === null ? {} : (JSON.parse(row.own) as BandwidthPackage['own']),
  };
}
