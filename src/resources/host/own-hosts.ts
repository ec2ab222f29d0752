import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { bookHost, type Capacity, type Need, returnCapacity } from './capacity.ts';
import { instancesOfHosts } from './table.ts';

interface OwnHost extends Need {
  readonly key: Key<'host'>;
  readonly zone: string;
}

/** Makes a host that takes only what is launched onto it by name. */
export async function addOwnHost(tx: Tx, { key, zone, ...room }: OwnHost): Promise<void> {
  const { cpu, memoryMiB, diskGiB } = room;
  await tx.insert('hosts', [
    {
      key,
      zone,
      state: 'own',
      cpu_total: cpu,
      cpu_free: cpu,
      memory_mib_total: memoryMiB,
      memory_mib_free: memoryMiB,
      disk_gib_total: diskGiB,
      disk_gib_free: diskGiB,
      doc: '{}',
    },
  ]);
}

/** Books room for one instance on each of these hosts, or why not. */
export async function takeOwnHosts(
  tx: Tx,
  hosts: ReadonlyArray<Key<'host'>>,
  need: Need,
): Promise<Capacity> {
  const booked: Array<Key<'host'>> = [];
  for (const host of hosts) {
    if (!(await bookHost(tx, host, need))) {
      await returnCapacity(tx, need, booked);
      return { reason: 'The server has not the room.' };
    }
    booked.push(host);
  }
  return { hosts };
}

/** The instance on each of these hosts, which have room for one. */
export async function instancesOnHosts(
  reader: Reader,
  hosts: ReadonlyArray<Key<'host'>>,
): Promise<ReadonlyMap<Key<'host'>, Key<'instance'>>> {
  const rows = await reader.all(instancesOfHosts, { hosts });
  return new Map(rows.map(({ host, key }) => [host ?? '', key] as const));
}
