import type { Driver } from '#drivers/driver.ts';
import type { StoredThing } from '#drivers/storage.ts';
import { knownDisks } from '#resources/disk/known-disks.ts';
import { knownBackups } from '#resources/disk-backup/usage.ts';
import { knownImages } from '#resources/image/known-images.ts';
import { knownSnapshots } from '#resources/snapshot/known-snapshots.ts';
import type { Reader, Store } from '#store/store.ts';

type Known = (reader: Reader, keys: readonly string[]) => Promise<ReadonlySet<string>>;

const KNOWN: Readonly<Record<StoredThing['kind'], Known>> = {
  disk: knownDisks,
  // Drivers have the backups of disks as snapshots.
  snapshot: async (reader, keys) =>
    new Set([...(await knownSnapshots(reader, keys)), ...(await knownBackups(reader, keys))]),
  image: knownImages,
};
const KEYS_PER_READ = 500;

/**
 * What the driver keeps that no row is known for, by the engine's names: somebody has to look at
 * it, since it may hold data that are needed. Nothing is removed. Empty for a driver that keeps
 * nothing by itself.
 */
export async function unownedData(
  store: Store,
  driver: Pick<Driver, 'inspectStorage'>,
): Promise<readonly string[]> {
  const things = (await driver.inspectStorage?.()) ?? [];
  const unowned: string[] = [];
  for (const [kind, some] of Map.groupBy(things, (thing) => thing.kind)) {
    const known = KNOWN[kind];
    for (let at = 0; at < some.length; at += KEYS_PER_READ) {
      const page = some.slice(at, at + KEYS_PER_READ);
      const keys = page.map(({ key }) => key);
      const found = await store.read((reader) => known(reader, keys));
      unowned.push(...page.filter(({ key }) => !found.has(key)).map(({ name }) => name));
    }
  }
  return unowned;
}
