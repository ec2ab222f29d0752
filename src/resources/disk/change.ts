import type { Tx } from '#store/store.ts';
import { versionedChange } from '../operation/versioned-change.ts';
import type { OperationChange } from '../operation/versioned-change.ts';
import type { Disk, DiskOperation } from './disk.ts';
import { diskColumnsOf } from './disk-row.ts';
import { diskFaults } from './faults.ts';
import { meterDisks } from './meter-disks.ts';

type Latest = 'operation' | 'operationState' | 'operationRequest' | 'operationError';
type Fixed = 'seq' | 'key' | 'account' | 'region' | 'zone' | 'role' | 'version' | 'createdAt';
type Named = Partial<Omit<Disk, Latest | Fixed>>;

/** New values by the names of the domain; what is not named stays as it is. */
export interface DiskChange extends Named {
  /** An operation that begins or is done at once, or how the one under way ends. */
  readonly operation?: OperationChange<DiskOperation>;
  /** When it costs something else, where no operation says it: cloud milliseconds. */
  readonly meteredAt?: number;
}

const change = versionedChange<DiskOperation, Named>({
  table: 'disks',
  kind: 'disk',
  columnsOf: diskColumnsOf,
});

/** What decides by the hour what a disk costs. */
const METERED = ['state', 'sizeGiB', 'category', 'chargeType', 'doc'] as const;

/** On its way to another state it costs what it cost before. */
const UNDER_WAY: ReadonlyArray<Disk['state'] | undefined> = ['attaching', 'detaching', 'resizing'];

/**
 * Changes a disk, if nobody changed it since it was read (D3). Where that changes what it costs, it
 * does so at the time of the operation.
 * @throws disk.inProgress where somebody did
 */
export async function changeDisk(
  tx: Tx,
  known: Pick<Disk, 'key' | 'account' | 'version'>,
  to: DiskChange,
): Promise<void> {
  const { operation, meteredAt = operation?.at, ...named } = to;
  const changed = { ...named, ...(operation !== undefined && { operation }) };
  if (!(await change(tx, known, changed))) throw diskFaults.inProgress({ disk: known.key });
  const isMetered = METERED.some((name) => named[name] !== undefined);
  if (meteredAt === undefined || !isMetered || UNDER_WAY.includes(named.state)) return;
  await meterDisks(tx, [known.key], meteredAt);
}
