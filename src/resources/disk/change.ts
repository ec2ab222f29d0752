import type { Tx } from '#store/store.ts';
import { versionedChange } from '../operation/versioned-change.ts';
import type { OperationChange } from '../operation/versioned-change.ts';
import type { Disk, DiskOperation } from './disk.ts';
import { diskColumnsOf } from './disk-row.ts';
import { diskFaults } from './faults.ts';

type Latest = 'operation' | 'operationState' | 'operationRequest' | 'operationError';
type Fixed = 'seq' | 'key' | 'account' | 'region' | 'zone' | 'role' | 'version' | 'createdAt';
type Named = Partial<Omit<Disk, Latest | Fixed>>;

/** New values by the names of the domain; what is not named stays as it is. */
export interface DiskChange extends Named {
  /** An operation that begins or is done at once, or how the one under way ends. */
  readonly operation?: OperationChange<DiskOperation>;
}

const change = versionedChange<DiskOperation, Named>({
  table: 'disks',
  kind: 'disk',
  columnsOf: diskColumnsOf,
});

/**
 * Changes a disk, if nobody changed it since it was read (D3).
 * @throws disk.inProgress where somebody did
 */
export async function changeDisk(
  tx: Tx,
  known: Pick<Disk, 'key' | 'account' | 'version'>,
  to: DiskChange,
): Promise<void> {
  if (!(await change(tx, known, to))) throw diskFaults.inProgress({ disk: known.key });
}
