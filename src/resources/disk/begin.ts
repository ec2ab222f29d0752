import type { Workflow } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { DiskServices } from './workflows/services.ts';
import type { Scope } from '../scope.ts';
import { changeDisk, type DiskChange } from './change.ts';
import type { Disk, DiskOperation } from './disk.ts';
import { diskFaults } from './faults.ts';
import type { DiskState } from './states.ts';
import { diskTarget } from './targets.ts';

/** What begins on disks: the state shown meanwhile, and the one workflow that carries it out. */
export interface DisksBeginning<Input> {
  readonly disks: readonly Disk[];
  readonly operation: DiskOperation;
  readonly state: DiskState;
  readonly workflow: Workflow<Input, DiskServices>;
  readonly input: Input;
  /** What it works on besides the disks. */
  readonly also?: readonly string[];
  /** What it works on besides the disks, as others of other disks may at once. */
  readonly shares?: readonly string[];
  /** What else of each changes at once. */
  readonly change?: (disk: Disk) => DiskChange;
}

/**
 * Begins an operation on disks, in the transaction that checked it.
 * @throws disk.inProgress where another one is under way on one of them, or was faster.
 */
export async function beginOnDisks<Input>(
  scope: Scope,
  beginning: DisksBeginning<Input>,
): Promise<void> {
  const { db, now, requestId: request } = scope;
  const { operation: action, state, workflow, input, also = [], shares = [] } = beginning;
  const disks = beginning.disks.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [first, ...others] = disks;
  if (first === undefined) return;
  const held = [...others.map(({ key }) => diskTarget(key)), ...also];
  const start = { target: diskTarget(first.key), also: held, shares, input, now };
  if ((await startWorkflow(db, workflow, start)) === 'busy') {
    throw diskFaults.inProgress({ disk: first.key });
  }
  for (const disk of disks) {
    await changeDisk(db, disk, {
      state,
      generation: disk.generation + 1,
      operation: { action, state: 'operating', request, at: now },
      ...beginning.change?.(disk),
    });
  }
}
