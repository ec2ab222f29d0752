import { replaceBlob } from '../../blob/blobs.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { requireSecurityGroups } from '../../security-group/verbs/require-security-groups.ts';
import { verb } from '../../verb.ts';
import { doneAtOnce, inKeyOrder } from '../begin.ts';
import { changeInstance } from '../change.ts';
import type { InstanceChange } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import { launchFaults } from '../launch-faults.ts';
import { setSecurityGroups } from '../groups.ts';
import type { Instance, Operation } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import type { Which } from './power.ts';

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
  readonly securityGroups?: readonly string[];
  /** What one vendor alone knows, by its names: these values are set, the others stay. */
  readonly own?: Readonly<Record<string, unknown>>;
}

export interface AttributesRequest extends Which {
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
  ],
  (scope: Scope, request: AttributesRequest) => changeAll(scope, request),
);

export interface PlainAttributesRequest extends AttributesRequest {
  readonly change: Omit<Attributes, 'securityGroups' | 'protected'>;
}

/** The same for attributes that fit every instance. */
export const changePlainAttributes = verb(raised, (scope: Scope, request: PlainAttributesRequest) =>
  changeAll(scope, request),
);

async function changeAll(scope: Scope, request: AttributesRequest): Promise<void> {
  const instances = await requireInstances(scope, request.keys, request.region);
  for (const instance of instances) {
    requireState(instance, 'modify');
    requireIdle(instance, request.operation);
    await requireFitting(scope, instance, request);
  }
  for (const instance of inKeyOrder(instances)) await change(scope, instance, request);
}

async function requireFitting(
  scope: Scope,
  { key, region, vpc, releaseAt }: Instance,
  { change: { securityGroups, protected: protects }, timerForbidsProtection }: AttributesRequest,
): Promise<void> {
  if (protects === true && timerForbidsProtection === true && releaseAt !== null) {
    throw instanceFaults.releaseScheduled({ instance: key });
  }
  if (securityGroups === undefined) return;
  if (new Set(securityGroups).size < securityGroups.length) throw launchFaults.groupTwice();
  const limit = await limitOf(scope, 'securityGroupsPerInstanceMax');
  if (securityGroups.length > limit) throw instanceFaults.tooManyGroups({ instance: key, limit });
  await requireSecurityGroups(scope, securityGroups, { region, vpc });
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
