import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { findIpv6 } from '../../network-interface/ipv6.ts';
import { interfacesOfKeys } from '../../network-interface/by-keys.ts';
import type { Listed, Page } from '../../page.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { ipv6BandwidthFaults } from '../faults.ts';
import { forgetBandwidths } from '../forget.ts';
import { ipv6BandwidthOf, type Ipv6Bandwidth } from '../ipv6-bandwidth.ts';
import {
  changeBandwidth,
  ownBandwidthsByAddresses,
  ownBandwidthsByKeys,
  selectBandwidths,
  type Ipv6BandwidthFilter,
} from '../table.ts';

export interface Opening {
  readonly region: string;
  /** In their shortest form. */
  readonly addresses: readonly string[];
  readonly outMbps: number;
  readonly tags: readonly Tag[];
}

/** Lets IPv6 addresses reach the internet, all of them or none. */
export const openIpv6 = verb(
  [
    ipv6BandwidthFaults.addressNotFound,
    ipv6BandwidthFaults.addressLocal,
    ipv6BandwidthFaults.addressOpen,
  ],
  async (scope: Scope, request: Opening): Promise<ReadonlyArray<Key<'ipv6-bandwidth'>>> => {
    const { db, account, now, cloud } = scope;
    const { region, outMbps, tags } = request;
    const addresses = [...new Set(request.addresses)];
    const held = await findIpv6(db, addresses);
    const interfaces = await interfacesOfKeys(
      db,
      held.map((one) => one.interface),
    );
    const open = await db.all(ownBandwidthsByAddresses, { account, addresses });
    const rows = addresses.map((address) => {
      const of = held.find((one) => one.address === address)?.interface;
      const holder = of === undefined ? undefined : interfaces.get(of);
      if (holder?.account !== account || holder.region !== region || !scope.sees(holder.zone)) {
        throw ipv6BandwidthFaults.addressNotFound({ address });
      }
      // Of the blocks for networks alone (RFC 4193).
      if (/^f[cd]/.test(address)) throw ipv6BandwidthFaults.addressLocal({ address });
      if (open.some((one) => one.address === address)) {
        throw ipv6BandwidthFaults.addressOpen({ address });
      }
      const its = { network_interface: holder.key, out_mbps: outMbps, created_at: now };
      return { key: newKey(cloud.random), account, region, address, ...its };
    });
    await db.insert('ipv6_bandwidths', rows);
    const resources = rows.map(({ key }) => key);
    await saveTags(db, { account, kind: 'ipv6-bandwidth', resources }, tags);
    return resources;
  },
);

/** Whose bandwidth is meant: by its keys, or by the addresses. */
export interface BandwidthsNamed {
  readonly region: string;
  readonly keys?: ReadonlyArray<Key<'ipv6-bandwidth'>> | undefined;
  readonly addresses?: readonly string[] | undefined;
}

const requireBandwidths = verb(
  [ipv6BandwidthFaults.notFound, ipv6BandwidthFaults.addressClosed],
  async (scope: ReadScope, named: BandwidthsNamed): Promise<readonly Ipv6Bandwidth[]> => {
    const { db, account } = scope;
    const { region, keys = [], addresses = [] } = named;
    const rows = [
      ...(keys.length === 0 ? [] : await db.all(ownBandwidthsByKeys, { account, keys })),
      ...(addresses.length === 0
        ? []
        : await db.all(ownBandwidthsByAddresses, { account, addresses })),
    ].filter((row) => row.region === region);
    const key = keys.find((one) => !rows.some((row) => row.key === one));
    if (key !== undefined) throw ipv6BandwidthFaults.notFound({ 'ipv6-bandwidth': key });
    const address = addresses.find((one) => !rows.some((row) => row.address === one));
    if (address !== undefined) throw ipv6BandwidthFaults.addressClosed({ address });
    return rows.map(ipv6BandwidthOf);
  },
);

/** Changes the bandwidth of IPv6 addresses, all of them or none. */
export const changeIpv6Bandwidth = verb(
  [requireBandwidths],
  async (scope: Scope, change: BandwidthsNamed & { readonly outMbps: number }): Promise<void> => {
    for (const { key } of await requireBandwidths(scope, change)) {
      await scope.db.run(changeBandwidth, { key, mbps: change.outMbps });
    }
  },
);

/** Takes IPv6 addresses from the internet, all of them or none; their interfaces keep them. */
export const closeIpv6 = verb(
  [requireBandwidths],
  async (scope: Scope, named: BandwidthsNamed): Promise<void> => {
    const found = await requireBandwidths(scope, named);
    await forgetBandwidths(
      scope.db,
      found.map(({ address }) => address),
    );
  },
);

export interface BandwidthsRequest {
  readonly region: string;
  readonly filter: Ipv6BandwidthFilter;
  readonly page: Page;
}

/** The IPv6 addresses of the account that reach the internet, oldest first. */
export const listIpv6Bandwidths = verb(
  [],
  (scope: ReadScope, { region, ...asked }: BandwidthsRequest): Promise<Listed<Ipv6Bandwidth>> =>
    selectBandwidths(scope.db, { account: scope.account, region }, asked),
);
