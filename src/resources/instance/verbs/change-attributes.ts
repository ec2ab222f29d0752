import type { Key } from '#kernel/key.ts';
import { replaceBlob } from '../../blob/blobs.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { requireRoom } from '../../security-group/verbs/require-room.ts';
import {
  type GroupsOfOneType,
  requireSecurityGroups,
} from '../../security-group/verbs/require-security-groups.ts';
import { verb } from '../../verb.ts';
import { doneAtOnce, inKeyOrder } from '../begin.ts';
import { changeInstance } from '../change.ts';
import type { InstanceChange } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import { launchFaults } from '../launch-faults.ts';
import { linksOf } from '../links.ts';
import { setSecurityGroups } from '../groups.ts';
import type { Instance, Operation } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import type { InstanceSelector } from './power.ts';

/** What can be changed by writing it down; what is left out stays as it is. */
export interface Attributes extends Pick<
  InstanceChange,
  | 'name'
  | 'description'
  | 'protected'
  | 'project'
  | 'resourceGroup'
  | 'role'
  | 'metadataAccess'
  | 'metadataTags'
  | 'maintenanceAction'
  | 'maintenanceFrom'
  | 'maintenanceTo'
  | 'maintenanceNotify'
  | 'privatePoolMatch'
> {
  /** Base64; null removes it. */
  readonly userData?: string | null;
  /** All groups it is in, in order of priority, in place of those before. */
  readonly securityGroups?: ReadonlyArray<Key<'security-group'>>;
  /** What one vendor alone knows, by its names: these values are set, the others stay. */
  readonly own?: Readonly<Record<string, unknown>>;
}

export interface AttributesRequest extends InstanceSelector {
  readonly operation: Operation;
  readonly change: Attributes;
  /** Whether one that a timer will release cannot be protected (seed 004 L40396). */
  readonly timerForbidsProtection?: boolean;
}

const raised = [instanceFaults.notFound, instanceFaults.wrongState, instanceFaults.inProgress];

/**
 * Changes attributes of instances: of all of them, or none. Those that are about to start or stop
 * keep what they have until they are there (the states that the page refuses, seed 004 L15600).
 */
export const changeAttributes = verb(
  [
    ...raised,
    launchFaults.groupTwice,
    instanceFaults.tooManyGroups,
    instanceFaults.releaseScheduled,
    requireSecurityGroups,
    requireRoom,
  ],
  async (scope: Scope, request: AttributesRequest): Promise<void> => {
    const instances = await requireChangeable(scope, request);
    for (const instance of instances) await requireFitting(scope, instance, request);
    await requireGroups(scope, instances, request.change);
    await changeEach(scope, instances, request);
  },
);

export interface PlainAttributesRequest extends AttributesRequest {
  readonly change: Omit<Attributes, 'securityGroups' | 'protected'>;
}

/** The same for attributes that fit every instance. */
export const changePlainAttributes = verb(
  raised,
  async (scope: Scope, request: PlainAttributesRequest): Promise<void> => {
    await changeEach(scope, await requireChangeable(scope, request), request);
  },
);

async function requireChangeable(
  scope: Scope,
  { keys, region, operation }: AttributesRequest,
): Promise<readonly Instance[]> {
  const instances = await requireInstances(scope, keys, region);
  for (const instance of instances) {
    requireState(instance, 'modify');
    requireIdle(instance, operation);
  }
  return instances;
}

async function changeEach(
  scope: Scope,
  instances: readonly Instance[],
  request: AttributesRequest,
): Promise<void> {
  for (const instance of inKeyOrder(instances)) await change(scope, instance, request);
}

async function requireFitting(
  scope: Scope,
  { key, releaseAt }: Instance,
  { change: { securityGroups, protected: protects }, timerForbidsProtection }: AttributesRequest,
): Promise<void> {
  if (protects === true && timerForbidsProtection === true && releaseAt !== null) {
    throw instanceFaults.releaseScheduled({ instance: key });
  }
  if (securityGroups === undefined) return;
  if (new Set(securityGroups).size < securityGroups.length) throw launchFaults.groupTwice();
  const limit = await limitOf(scope, 'securityGroupsPerInstanceMax');
  if (securityGroups.length > limit) throw instanceFaults.tooManyGroups({ instance: key, limit });
}

/** The groups have to be there for each instance, and to have room for those not yet in them. */
async function requireGroups(
  scope: Scope,
  instances: readonly Instance[],
  { securityGroups }: Attributes,
): Promise<void> {
  if (securityGroups === undefined) return;
  const linksNow = await linksOf(
    scope.db,
    instances.map(({ key }) => key),
  );
  const joining = (group: string) =>
    instances.filter(({ key }) => !linksNow(key).securityGroups.includes(group)).length;
  let groups: GroupsOfOneType | undefined;
  for (const { region, vpc } of instances) {
    groups = await requireSecurityGroups(scope, securityGroups, { region, vpc });
  }
  if (groups !== undefined) await requireRoom(scope, groups, joining);
}

async function change(
  scope: Scope,
  instance: Instance,
  { operation, change: { own, securityGroups, userData, ...alike } }: AttributesRequest,
): Promise<void> {
  if (securityGroups !== undefined) await setSecurityGroups(scope.db, instance.key, securityGroups);
  if (userData !== undefined) {
    await replaceBlob(scope.db, { resource: instance.key, kind: 'user-data' }, userData);
  }
  await changeInstance(scope.db, instance, {
    ...alike,
    ...(own === undefined ? {} : { own: { ...instance.own, ...own } }),
    operation: doneAtOnce(scope, operation),
  });
}
