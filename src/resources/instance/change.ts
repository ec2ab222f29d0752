import type { Tx } from '#store/store.ts';
import { versionedChange } from '../operation/versioned-change.ts';
import type { OperationChange } from '../operation/versioned-change.ts';
import { instanceFaults } from './faults.ts';
import { columnsOf } from './instance-row.ts';
import type { Instance, Operation } from './instance.ts';

type Latest = 'operation' | 'operationState' | 'operationRequest' | 'operationError';
type Fixed = 'seq' | 'key' | 'account' | 'region' | 'version' | 'createdAt' | 'launchedBy';
type Named = Partial<Omit<Instance, Latest | Fixed>>;

/** New values by the names of the domain; what is not named stays as it is. */
export interface InstanceChange extends Named {
  /** An operation that begins or is done at once, or how the one under way ends. */
  readonly operation?: OperationChange<Operation>;
}

/** The instance as it was read. */
export type Known = Pick<Instance, 'key' | 'account' | 'version' | 'operation'>;

const change = versionedChange<Operation, Named>({
  table: 'instances',
  kind: 'instance',
  columnsOf,
});

/**
 * Changes an instance, if nobody changed it since it was read (D3).
 * @throws instance.inProgress where somebody did
 */
export async function changeInstance(tx: Tx, known: Known, to: InstanceChange): Promise<void> {
  if (await change(tx, known, to)) return;
  const { operation } = to;
  const begun = operation !== undefined && 'action' in operation ? operation.action : undefined;
  throw instanceFaults.inProgress({
    instance: known.key,
    operation: begun ?? known.operation ?? 'launch',
  });
}
