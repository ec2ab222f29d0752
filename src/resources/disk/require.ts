import { diskLegalFrom, diskStatesBetween, type DiskVerb } from './states.ts';
import type { ReadScope } from '../scope.ts';
import type { Disk } from './disk.ts';
import { diskOf } from './disk-row.ts';
import { diskFaults } from './faults.ts';
import { ownDisksByKeys } from './table.ts';

/**
 * The disks of these keys, in their order, each once. @throws disk.notFound for the first that the
 * account does not have, in that region where one is given, in a zone the asker sees.
 */
export async function requireDisks(
  scope: ReadScope,
  keys: readonly string[],
  region: string | null,
): Promise<readonly Disk[]> {
  const found = await findDisks(scope, keys, region);
  const byKey = new Map(found.map((disk) => [disk.key as string, disk]));
  return [...new Set(keys)].map((key) => {
    const disk = byKey.get(key);
    if (disk === undefined) throw diskFaults.notFound({ disk: key });
    return disk;
  });
}

/** Those of the disks of these keys that there are, in whatever order. */
export async function findDisks(
  scope: ReadScope,
  keys: readonly string[],
  region: string | null,
): Promise<readonly Disk[]> {
  const { db, account } = scope;
  const rows = await db.all(ownDisksByKeys, { account, keys });
  const here = rows.filter((row) => (region ?? row.region) === row.region && scope.sees(row.zone));
  return here.map(diskOf);
}

/**
 * @throws disk.wrongState where the verb is not legal in the disk's state (D11); disk.inProgress
 * where an operation is under way.
 */
export function requireDiskState({ key, state }: Disk, verb: DiskVerb): void {
  if (diskLegalFrom[verb].includes(state)) return;
  if (diskStatesBetween.includes(state)) throw diskFaults.inProgress({ disk: key });
  throw diskFaults.wrongState({ disk: key, state });
}
