import type { Reader } from '#store/store.ts';
import { allHosts, countedByHost } from './table.ts';

/** A host as an operator is shown it: totals, and what is booked of them. */
export interface ListedHost {
  readonly name: string;
  readonly zone: string;
  readonly state: 'up' | 'down' | 'failing' | 'own';
  readonly instances: number;
  readonly cpu: Part;
  readonly memoryMiB: Part;
  readonly diskGiB: Part;
}

export interface Part {
  readonly booked: number;
  readonly total: number;
}

/** The hosts of all zones in use, by zone and name. */
export async function listHosts(reader: Reader): Promise<readonly ListedHost[]> {
  const rows = await reader.all(allHosts, {});
  const counted = await reader.all(countedByHost, { hosts: rows.map(({ key }) => key) });
  const instances = new Map(counted.map(({ host, count }) => [host, count]));
  const part = (total: number, free: number): Part => ({ booked: total - free, total });
  return rows
    .map((row) => ({
      name: row.key,
      zone: row.zone,
      state: row.state,
      instances: instances.get(row.key) ?? 0,
      cpu: part(row.cpu_total, row.cpu_free),
      memoryMiB: part(row.memory_mib_total, row.memory_mib_free),
      diskGiB: part(row.disk_gib_total, row.disk_gib_free),
    }))
    .toSorted((a, b) => (`${a.zone}/${a.name}` < `${b.zone}/${b.name}` ? -1 : 1));
}

/** How many instances are on these hosts. */
export async function countOnHosts(reader: Reader, hosts: readonly string[]): Promise<number> {
  const counted = await reader.all(countedByHost, { hosts });
  return counted.reduce((sum, { count }) => sum + count, 0);
}
