import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { diskOf } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { ownDisksByKeys, renameDiskRows } from '../table.ts';

export interface DisksChanged {
  readonly keys: ReadonlyArray<Key<'disk'>>;
  readonly region: string;
  /** Undefined leaves the names as they are. */
  readonly name: string | undefined;
  /** Whether they are to go with their instances: they do, and cannot be kept. */
  readonly deleteWithInstance: boolean | undefined;
}

/** Changes disks, all of them or none. */
export const changeDisks = verb(
  [diskFaults.notFound, diskFaults.keptNotHere],
  async (scope: Scope, changed: DisksChanged): Promise<void> => {
    const { keys, region, name, deleteWithInstance } = changed;
    const { db, account } = scope;
    const owned = { account, region, keys };
    const rows = await db.all(ownDisksByKeys, owned);
    const seen = rows.filter(({ zone }) => scope.sees(zone)).map(diskOf);
    const found = new Set(seen.map(({ key }) => key));
    const lost = keys.find((key) => !found.has(key));
    if (lost !== undefined) throw diskFaults.notFound({ disk: lost });
    if (deleteWithInstance === false) throw diskFaults.keptNotHere();
    if (name !== undefined) await db.run(renameDiskRows, { ...owned, name });
  },
);
