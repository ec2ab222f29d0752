import type { Driver, HostReport } from '#drivers/driver.ts';
import { hostsFit, refitHosts } from '#resources/host/refit.ts';
import type { Store } from '#store/store.ts';

/** The hosts of a driver whose hosts come, go and change by themselves, as they were read last. */
export interface Inventory {
  readonly zones: readonly string[];
  hosts(zone: string): readonly HostReport[];
  /**
   * Reads them again, and makes the rows of hosts fit where they do not. Several at once, or
   * several servers, do no harm: each writes what differs from the rows it finds.
   */
  refresh(): Promise<void>;
}

/**
 * Reads the hosts of these zones.
 * @throws Error where one is in two of them: its room would be given out twice.
 */
export async function openInventory(
  store: Store,
  driver: Driver,
  zones: readonly string[],
): Promise<Inventory> {
  let known: ReadonlyMap<string, readonly HostReport[]> = new Map();
  const inventory: Inventory = {
    zones,
    hosts: (zone) => known.get(zone) ?? [],
    async refresh() {
      const read = new Map<string, readonly HostReport[]>();
      for (const zone of zones) read.set(zone, await driver.hosts(zone));
      requireApart(read);
      known = read;
      if (await store.read((reader) => hostsFit(reader, inventory, zones))) return;
      await store.write((tx) => refitHosts(tx, inventory, zones));
    },
  };
  await inventory.refresh();
  return inventory;
}

function requireApart(read: ReadonlyMap<string, readonly HostReport[]>): void {
  const zoneOf = new Map<string, string>();
  for (const { key, zone } of [...read.values()].flat()) {
    const other = zoneOf.get(key);
    if (other !== undefined) {
      throw new Error(
        `The host ${key} is in the zones ${other} and ${zone}: map it to one of them.`,
      );
    }
    zoneOf.set(key, zone);
  }
}
