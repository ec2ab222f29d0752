import type { HostReport } from '#drivers/driver.ts';
import type { HostRow } from '#store/schema/host.ts';
import type { Tx } from '#store/store.ts';
import type { Supply } from '../cloud.ts';
import { newHost } from './host.ts';
import { allHosts, refitHost } from './table.ts';

/**
 * Makes the hosts of the zones in use, and of those named, what the driver now says they are. What
 * is booked stays booked: a host that has become too small takes nothing new until enough of it has
 * been given back, and neither does one that is gone. Other zones have no hosts yet.
 */
export async function refitHosts(
  tx: Tx,
  supply: Pick<Supply, 'hosts'>,
  zones: readonly string[] = [],
): Promise<void> {
  const rows = await tx.all(allHosts, {});
  const used = new Set([...zones, ...rows.map((row) => row.zone)]);
  const reports = new Map(
    [...used].flatMap((zone) => supply.hosts(zone)).map((report) => [report.key, report]),
  );
  for (const row of rows) {
    await refit(tx, row, reports.get(row.key));
    reports.delete(row.key);
  }
  await tx.insert('hosts', [...reports.values()].map(newHost));
}

async function refit(tx: Tx, row: HostRow, report: HostReport | undefined): Promise<void> {
  const { key } = row;
  const { state, zone } = report ?? { state: 'down', zone: row.zone };
  const cpu = report === undefined ? 0 : report.cpu - row.cpu_total;
  const memoryMiB = report === undefined ? 0 : report.memoryMiB - row.memory_mib_total;
  const diskGiB = report === undefined ? 0 : report.diskGiB - row.disk_gib_total;
  const same = state === row.state && zone === row.zone;
  if (same && cpu === 0 && memoryMiB === 0 && diskGiB === 0) return;
  await tx.run(refitHost, { key, zone, state, cpu, memoryMiB, diskGiB });
}
