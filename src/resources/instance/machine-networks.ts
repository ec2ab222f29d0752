import type { HeldInterface, MachineNetwork } from '#drivers/network.ts';
import type { Reader, Store } from '#store/store.ts';
import type { ElasticAddress } from '../elastic-address/elastic-address.ts';
import { addressesOf as publicAddressesOf } from '../elastic-address/require.ts';
import { addressesOf } from '../network-interface/addresses.ts';
import { interfacesOfInstances } from '../network-interface/by-keys.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { networkPage } from './reconcile-table.ts';

/** With eight interfaces each they are as many as are read at once. */
const PER_PAGE = 100;

type InstanceRow = Awaited<ReturnType<typeof pageAfter>>[number];

/**
 * Which public addresses lead to the machine of each instance, which further addresses its
 * interfaces have, and with how much bandwidth, for a driver that holds it.
 */
export async function machineNetworks(store: Store): Promise<readonly MachineNetwork[]> {
  const networks: MachineNetwork[] = [];
  for (let after = 0; ;) {
    const page = await store.read(async (reader) => {
      const rows = await pageAfter(reader, after);
      return { rows, networks: await networksOf(reader, rows) };
    });
    networks.push(...page.networks);
    after = page.rows.at(-1)?.seq ?? after;
    if (page.rows.length < PER_PAGE) return networks;
  }
}

function pageAfter(reader: Reader, after: number) {
  return reader.all(networkPage, { after, limit: PER_PAGE });
}

async function networksOf(
  reader: Reader,
  rows: readonly InstanceRow[],
): Promise<readonly MachineNetwork[]> {
  const keys = rows.map(({ key }) => key);
  const interfaces = await interfacesOfInstances(reader, keys);
  const all = [...interfaces.values()].flat();
  const privates = await addressesOf(reader, all);
  const ofInstances = await publicAddressesOf(reader, 'instance', keys);
  const ofInterfaces = await publicAddressesOf(
    reader,
    'network-interface',
    all.map(({ key }) => key),
  );
  return rows.map((row) => {
    const held = interfaces.get(row.key) ?? [];
    const bound = new Map(
      held.map((one) => [one.key, boundTo(row, one, { ofInstances, ofInterfaces })]),
    );
    return {
      key: row.key,
      interfaces: held.map((one): HeldInterface => {
        const others = (privates.get(one.key) ?? []).filter(({ isPrimary }) => !isPrimary);
        const mbps = sumOf(bound.get(one.key) ?? []);
        return {
          key: one.key,
          otherAddresses: others.map(({ address }) => formatAddress(address)),
          ...(mbps !== undefined && { mbps }),
        };
      }),
      forwards: [...bound.values()].flat().map(({ address, leadsTo }) => ({
        publicAddress: formatAddress(address),
        privateAddress: formatAddress(leadsTo),
      })),
    };
  });
}

interface Bound {
  readonly address: number;
  /** A private address of the interface. */
  readonly leadsTo: number;
  readonly mbps: { readonly out: number; readonly in: number };
}

type ByHolder = ReadonlyMap<string, readonly ElasticAddress[]>;

/** The public addresses at an interface. One without bandwidth, as between two periods, is none. */
function boundTo(
  row: InstanceRow,
  one: NetworkInterface,
  {
    ofInstances,
    ofInterfaces,
  }: { readonly ofInstances: ByHolder; readonly ofInterfaces: ByHolder },
): readonly Bound[] {
  const atFirst = one.isPrimary ? (ofInstances.get(row.key) ?? []) : [];
  return [...atFirst, ...(ofInterfaces.get(one.key) ?? [])].flatMap((bound): readonly Bound[] => {
    const { address, holder, internet } = bound;
    const leadsTo =
      holder !== null && 'privateAddress' in holder ? holder.privateAddress : one.address;
    const mbps =
      internet === null
        ? { out: row.outMbps, in: row.inMbps }
        : { out: internet.outMbps, in: internet.outMbps };
    return mbps.out === 0 ? [] : [{ address, leadsTo, mbps }];
  });
}

function sumOf(bound: readonly Bound[]): HeldInterface['mbps'] {
  if (bound.length === 0) return undefined;
  const sum = (of: 'out' | 'in') => bound.reduce((total, { mbps }) => total + mbps[of], 0);
  return { out: sum('out'), in: sum('in') };
}
