import type { Tx } from '#store/store.ts';
import { versionedChange, type OperationChange } from '../operation/versioned-change.ts';
import { networkInterfaceFaults } from './faults.ts';
import { interfaceColumnsOf } from './interface-row.ts';
import type { InterfaceOperation, NetworkInterface } from './network-interface.ts';

type Latest = 'operation' | 'operationState' | 'operationRequest' | 'operationError';
type Fixed = 'seq' | 'key' | 'account' | 'region' | 'isPrimary' | 'version' | 'createdAt';
type Named = Partial<Omit<NetworkInterface, Latest | Fixed>>;

/** New values by the names of the domain; what is not named stays as it is. */
export interface InterfaceChange extends Named {
  /** An operation that begins or is done at once, or how the one under way ends. */
  readonly operation?: OperationChange<InterfaceOperation>;
}

const change = versionedChange<InterfaceOperation, Named>({
  table: 'network_interfaces',
  kind: 'network-interface',
  columnsOf: interfaceColumnsOf,
});

/**
 * Changes an interface, if nobody changed it since it was read (D3).
 * @throws network-interface.inProgress where somebody did
 */
export async function changeInterfaceRow(
  tx: Tx,
  known: Pick<NetworkInterface, 'key' | 'account' | 'version'>,
  to: InterfaceChange,
): Promise<void> {
  if (await change(tx, known, to)) return;
  throw networkInterfaceFaults.inProgress({ 'network-interface': known.key });
}
