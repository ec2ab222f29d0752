import { forgetBandwidths } from '../../ipv6-bandwidth/forget.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeInterfaceRow } from '../change.ts';
import { interfaceOperation } from '../done-at-once.ts';
import { networkInterfaceFaults } from '../faults.ts';
import { giveIpv6, type Ipv6Assigned } from '../give-ipv6.ts';
import { ipv6AddressesOf, type HeldIpv6 } from '../ipv6.ts';
import { changeIpv6Note, deleteIpv6 } from '../ipv6-table.ts';
import type { NetworkInterface } from '../network-interface.ts';
import { requireInterface, requireInterfaceState } from '../require.ts';
import type { InterfaceRequest } from './delete-interface.ts';

export interface Ipv6Assignment extends InterfaceRequest, Ipv6Assigned {}

const raised = [
  networkInterfaceFaults.notFound,
  networkInterfaceFaults.wrongState,
  networkInterfaceFaults.inProgress,
] as const;

/** Gives an interface IPv6 addresses of the block of its subnet. Answers those. */
export const assignIpv6 = verb(
  [...raised, giveIpv6],
  async (scope: Scope, request: Ipv6Assignment): Promise<readonly HeldIpv6[]> => {
    const { interface: key, region } = request;
    const one = await requireInterface(scope, key, region);
    requireInterfaceState(one, 'available', 'in-use');
    const added = await giveIpv6(scope, one, request);
    await changeInterfaceRow(scope.db, one, { operation: interfaceOperation(scope, 'assign') });
    return added;
  },
);

export interface Ipv6OfInterface extends InterfaceRequest {
  /** In their shortest form. */
  readonly addresses: readonly string[];
}

/** Takes IPv6 addresses from an interface. */
export const unassignIpv6 = verb(
  [...raised, networkInterfaceFaults.ipv6NotFound],
  async (scope: Scope, request: Ipv6OfInterface): Promise<void> => {
    const addresses = [...new Set(request.addresses)];
    const one = await requireHolder(scope, { ...request, addresses });
    await scope.db.run(deleteIpv6, { addresses });
    await forgetBandwidths(scope.db, addresses);
    await changeInterfaceRow(scope.db, one, { operation: interfaceOperation(scope, 'unassign') });
  },
);

export interface Ipv6Noted extends InterfaceRequest {
  readonly notes: ReadonlyArray<{ readonly address: string; readonly note: string | null }>;
}

/** Changes what is said of IPv6 addresses. */
export const noteIpv6 = verb(
  [...raised, networkInterfaceFaults.ipv6NotFound],
  async (scope: Scope, { notes, ...request }: Ipv6Noted): Promise<void> => {
    const addresses = notes.map(({ address }) => address);
    const one = await requireHolder(scope, { ...request, addresses });
    for (const note of notes) await scope.db.run(changeIpv6Note, note);
    await changeInterfaceRow(scope.db, one, { operation: interfaceOperation(scope, 'change') });
  },
);

/** The interface, which has these addresses. */
async function requireHolder(
  scope: Scope,
  { interface: key, region, addresses }: Ipv6OfInterface,
): Promise<NetworkInterface> {
  const one = await requireInterface(scope, key, region);
  requireInterfaceState(one, 'available', 'in-use');
  const held = (await ipv6AddressesOf(scope.db, [key])).get(key) ?? [];
  const known = new Set(held.map(({ address }) => address));
  if (addresses.some((address) => !known.has(address))) {
    throw networkInterfaceFaults.ipv6NotFound({ 'network-interface': key });
  }
  return one;
}
