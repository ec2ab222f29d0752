import type { Tx } from '#store/store.ts';
import { versionedChange } from '../operation/versioned-change.ts';
import type { OperationChange } from '../operation/versioned-change.ts';
import { instanceFaults } from './faults.ts';
import { columnsOf } from './instance-row.ts';
import type { Instance, Operation } from './instance.ts';
import { meterInstances } from './meter-instances.ts';

type Latest = 'operation' | 'operationState' | 'operationRequest' | 'operationError';
type Fixed = 'seq' | 'key' | 'account' | 'region' | 'version' | 'createdAt' | 'launchedBy';
type Named = Partial<Omit<Instance, Latest | Fixed>>;

/** New values by the names of the domain; what is not named stays as it is. */
export interface InstanceChange extends Named {
  /** An operation that begins or is done at once, or how the one under way ends. */
  readonly operation?: OperationChange<Operation>;
  /** When it costs something else, where no operation says it: cloud milliseconds. */
  readonly meteredAt?: number;
}

/** The instance as it was read. */
export type Known = Pick<Instance, 'key' | 'account' | 'version' | 'operation'>;

const change = versionedChange<Operation, Named>({
  table: 'instances',
  kind: 'instance',
  columnsOf,
});

/** What decides by the hour what an instance and its disks cost. */
const METERED = ['state', 'type', 'chargeType', 'internet', 'isolatedBy'] as const;

/** On its way to another state it costs what it cost before. */
const UNDER_WAY: ReadonlyArray<Instance['state'] | undefined> = [
  'stopping',
  'rebooting',
  'entering-rescue',
  'leaving-rescue',
];

/**
 * Changes an instance, if nobody changed it since it was read (D3). Where that changes what it
 * costs, it does so at the time of the operation, or at `at`, cloud milliseconds.
 * @throws instance.inProgress where somebody did
 */
export async function changeInstance(tx: Tx, known: Known, to: InstanceChange): Promise<void> {
  const { operation, meteredAt = operation?.at, ...named } = to;
  if (await change(tx, known, { ...named, ...(operation !== undefined && { operation }) })) {
    const isMetered = METERED.some((name) => named[name] !== undefined);
    const isUnderWay = UNDER_WAY.includes(named.state) && named.isolatedBy === undefined;
    if (meteredAt === undefined || !isMetered || isUnderWay) return;
    return meterInstances(tx, [known.key], { now: meteredAt });
  }
  const begun = operation !== undefined && 'action' in operation ? operation.action : undefined;
  throw instanceFaults.inProgress({
    instance: known.key,
    operation: begun ?? known.operation ?? 'launch',
  });
}
