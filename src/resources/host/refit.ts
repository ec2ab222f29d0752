import type { HostReport } from '#drivers/driver.ts';
import type { HostRow } from '#store/schema/host.ts';
import type { Tx } from '#store/store.ts';
import type { Supply } from '../cloud.ts';
import { newHost } from './host.ts';
import { allHosts, refitHost } from './table.ts';

/**
 * Makes the hosts of the zones in use what the driver now says they are. What is booked stays
 * booked: a host that has become too small takes nothing new until enough of it has been given
 * back, and neither does one that is gone. Zones not in use have no hosts yet.
 */
export async function refitHosts(tx: Tx, supply: Supply): Promise<void> {
  const rows = await tx.all(allHosts, {});
  for (const [zone, known] of Map.groupBy(rows, (row) => row.zone)) {
    const reports = new Map(supply.hosts(zone).map((report) => [report.key, report]));
    for (const row of known) {
      await refit(tx, row, reports.get(row.key));
      reports.delete(row.key);
    }
    await tx.insert('hosts', [...reports.values()].map(newHost));
  }
}

async function refit(tx: Tx, row: HostRow, report: HostReport | undefined): Promise<void> {
  const { key } = row;
  const state = report?.state ?? 'down';
  const cpu = report === undefined ? 0 : report.cpu - row.cpu_total;
  const memoryMiB = report === undefined ? 0 : report.memoryMiB - row.memory_mib_total;
  const diskGiB = report === undefined ? 0 : report.diskGiB - row.disk_gib_total;
  if (state === row.state && cpu === 0 && memoryMiB === 0 && diskGiB === 0) return;
  await tx.run(refitHost, { key, state, cpu, memoryMiB, diskGiB });
}
