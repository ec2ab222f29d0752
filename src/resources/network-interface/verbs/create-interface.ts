import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import { newOperation } from '../../operation/operations.ts';
import type { Scope } from '../../scope.ts';
import { resolveSubnet } from '../../subnet/verbs/resolve-subnet.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { addAddresses, type NewAddress } from '../addresses.ts';
import { interfaceOperation } from '../done-at-once.ts';
import { networkInterfaceFaults } from '../faults.ts';
import { linkGroups } from '../groups.ts';
import { newInterfaceRowOf, plainInterface } from '../interface-row.ts';
import { requireGroupsFor } from '../members.ts';
import { requireSeveral } from './change-addresses.ts';
import type { AddressQuality, NetworkInterface } from '../network-interface.ts';
import { giveIpv6, type Ipv6Assigned } from '../give-ipv6.ts';
import { takeInterfaceQuota } from '../quota.ts';
import { takenInterfaceKey } from '../table.ts';

export interface InterfaceCreation {
  readonly region: string;
  readonly subnet: Key<'subnet'>;
  /** The network that the subnet is said to be in. */
  readonly vpc?: Key<'vpc'> | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly groups: ReadonlyArray<Key<'security-group'>>;
  /** Its first address; any that is free where it is left out. */
  readonly primary?: NewAddress | undefined;
  readonly addresses?: readonly NewAddress[];
  /** How many addresses it gets besides those named. */
  readonly count?: number;
  /** Of those that are not named. */
  readonly quality?: AddressQuality;
  /** How many addresses one may have that is attached to no instance. */
  readonly addressesMax: number;
  readonly ipv6?: Ipv6Assigned | undefined;
  readonly tags?: readonly Tag[];
  readonly resourceGroup?: string | null | undefined;
  readonly deleteWithInstance?: boolean;
  readonly own?: NetworkInterface['own'];
}

/** Creates an interface that is attached to no instance, with its addresses. Answers its key. */
export const createInterface = verb(
  [
    resolveSubnet,
    requireGroupsFor,
    networkInterfaceFaults.quotaExceeded,
    networkInterfaceFaults.tooManyAddresses,
    networkInterfaceFaults.notSupportedHere,
    takeSubnetAddresses,
    giveIpv6,
  ],
  async (scope: Scope, creation: InterfaceCreation): Promise<Key<'network-interface'>> => {
    const { region, groups, primary, addresses = [], count = 0, quality = null } = creation;
    const { db, account } = scope;
    const message = scope.cloud.supply.lacks('interfaces');
    if (message !== undefined) throw networkInterfaceFaults.notSupportedHere({ message });
    if (addresses.length + count > 0) requireSeveral(scope);
    const { subnet, vpc, zone } = await resolveSubnet(scope, creation);
    await requireGroupsFor(scope, { region, vpc }, { groups });
    const limit = creation.addressesMax;
    if (1 + addresses.length + count > limit) {
      throw networkInterfaceFaults.tooManyAddresses({ limit });
    }
    await takeInterfaceQuota(scope, region);
    const others = addresses.map(({ address }) => address);
    const named = primary === undefined ? others : [primary.address, ...others];
    const more = count + (primary === undefined ? 1 : 0);
    const taken = await takeSubnetAddresses(scope, subnet, { named, count: more });
    const free = taken.slice(named.length).map((address): NewAddress => ({ address, quality }));
    const first = primary ?? free.shift() ?? { address: 0 };
    const key = await freshKey(scope);
    const made = {
      ...plainInterface,
      ...given(creation),
      key,
      account,
      region,
      zone,
      vpc,
      subnet,
      address: first.address,
      note: first.note ?? null,
      quality: first.quality ?? null,
      createdAt: scope.now,
      operation: 'create',
      operationState: 'success',
      operationRequest: scope.requestId,
    } as const;
    await db.insert('network_interfaces', [newInterfaceRowOf(made)]);
    await addAddresses(db, made, [...addresses, ...free]);
    if (creation.ipv6 !== undefined) await giveIpv6(scope, made, creation.ipv6);
    await linkGroups(db, key, groups);
    const operated = { account, kind: 'network-interface', resource: key, number: 1 };
    const operation = newOperation(operated, interfaceOperation(scope, 'create'));
    await db.insert('operations', [operation]);
    const tagged = { account, kind: 'network-interface', resources: [key] } as const;
    await saveTags(db, tagged, creation.tags ?? []);
    return key;
  },
);

function given(creation: InterfaceCreation) {
  return {
    name: creation.name ?? null,
    description: creation.description ?? null,
    resourceGroup: creation.resourceGroup ?? null,
    deleteWithInstance: creation.deleteWithInstance ?? false,
    own: creation.own ?? {},
  };
}

/** A key that no interface has, and no instance, whose primary one has it as well (D13). */
async function freshKey({ db, cloud }: Scope): Promise<string> {
  for (;;) {
    const key = newKey(cloud.random);
    if ((await db.all(takenInterfaceKey, { key })).length === 0) return key;
  }
}
