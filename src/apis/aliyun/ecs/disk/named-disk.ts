import type { Key } from '#kernel/key.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import type { ReadScope } from '#resources/scope.ts';

/** The disk that a request names, in whatever region. @throws disk.notFound */
export async function namedDisk(scope: ReadScope, key: Key<'disk'>): Promise<Disk> {
  const [disk] = await requireDisks(scope, [key], null);
  if (disk === undefined) throw diskFaults.notFound({ disk: key });
  return disk;
}
