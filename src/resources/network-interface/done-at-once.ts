import type { BegunOperation } from '../operation/operations.ts';
import type { Scope } from '../scope.ts';
import type { InterfaceOperation } from './network-interface.ts';

/** An operation on an interface that a request asked for and that is done at once. */
export function interfaceOperation(
  { now, requestId }: Scope,
  action: InterfaceOperation,
): BegunOperation<InterfaceOperation> {
  return { action, state: 'success', request: requestId, at: now };
}
