import type { HostReport } from '#drivers/driver.ts';
import type { HostRow } from '#store/schema/host.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Supply } from '../cloud.ts';
import { newHost } from './host.ts';
import { allHosts, refitHost } from './table.ts';

type Hosts = Pick<Supply, 'hosts'>;

/**
 * Makes the hosts of the zones in use, and of those named, what the driver now says they are. What
 * is booked stays booked: a host that has become too small takes nothing new until enough of it has
 * been given back, and neither does one that is gone or down, which keeps the size it had. Other
 * zones have no hosts yet.
 */
export async function refitHosts(
  tx: Tx,
  supply: Hosts,
  zones: readonly string[] = [],
): Promise<void> {
  const { refits, added } = misfitsOf(await tx.all(allHosts, {}), supply, zones);
  for (const refit of refits) await tx.run(refitHost, refit);
  await tx.insert('hosts', added.map(newHost));
}

/** Whether nothing of that is to be done. */
export async function hostsFit(
  reader: Reader,
  supply: Hosts,
  zones: readonly string[],
): Promise<boolean> {
  const { refits, added } = misfitsOf(await reader.all(allHosts, {}), supply, zones);
  return refits.length === 0 && added.length === 0;
}

interface Refit extends Pick<HostRow, 'key' | 'zone' | 'state'> {
  readonly rack: string | null;
  readonly networkSwitch: string | null;
  /** What is to be added to the sizes. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
}

function misfitsOf(
  rows: readonly HostRow[],
  supply: Hosts,
  zones: readonly string[],
): { readonly refits: readonly Refit[]; readonly added: readonly HostReport[] } {
  const used = new Set([...zones, ...rows.map((row) => row.zone)]);
  const reports = new Map(
    [...used].flatMap((zone) => supply.hosts(zone)).map((report) => [report.key, report]),
  );
  // One that was made for an account, or is a customer's server, is in no report.
  const refits = rows
    .filter(({ key, dedicated, state }) => state !== 'own' && `${dedicated}` !== key)
    .flatMap((row) => refitOf(row, reports.get(row.key)));
  for (const { key } of rows) reports.delete(key);
  return { refits, added: [...reports.values()] };
}

function refitOf(row: HostRow, report: HostReport | undefined): readonly Refit[] {
  const { key } = row;
  const { state: reported, zone } = report ?? { state: 'down', zone: row.zone };
  // An operator knows more than the report of one that is up.
  const state = reported === 'up' && row.state === 'failing' ? row.state : reported;
  const size = reported === 'up' ? report : undefined;
  const cpu = (size?.cpu ?? row.cpu_total) - row.cpu_total;
  const memoryMiB = (size?.memoryMiB ?? row.memory_mib_total) - row.memory_mib_total;
  const diskGiB = (size?.diskGiB ?? row.disk_gib_total) - row.disk_gib_total;
  const { rack = null, networkSwitch = null } =
    report ?? ({ rack: row.rack, networkSwitch: row.network_switch } as const);
  const stands = rack === row.rack && networkSwitch === row.network_switch;
  const same = state === row.state && zone === row.zone && stands;
  if (same && cpu === 0 && memoryMiB === 0 && diskGiB === 0) return [];
  return [{ key, zone, state, rack, networkSwitch, cpu, memoryMiB, diskGiB }];
}
