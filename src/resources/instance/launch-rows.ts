import type { Key } from '#kernel/key.ts';
import type { NewOperation } from '#store/schema/operation.ts';
import type { Tx } from '#store/store.ts';
import { saveBlobs } from '../blob/blobs.ts';
import { newOperation } from '../operation/operations.ts';
import { linkSecurityGroups } from './groups.ts';
import { openMetadata } from './instance.ts';
import type { NewlyMade } from './instance-row.ts';
import type { LaunchRequest } from './launch-request.ts';

/** What of a launch is the same in each instance, and how an instance begins. */
export function settled(request: LaunchRequest) {
  return {
    description: request.description,
    chargeType: request.chargeType,
    launchedBy: request.launchedBy,
    internet: request.internet,
    prepaid: request.prepaid,
    spot: request.spot,
    project: request.project,
    protected: request.protected,
    releaseAt: request.releaseAt,
    resourceGroup: request.resourceGroup ?? null,
    role: request.role ?? null,
    placementGroup: request.placementGroup?.group ?? null,
    hpcCluster: request.hpcCluster ?? null,
    metadataAccess: request.metadataAccess ?? openMetadata,
    metadataTags: 'disabled',
    maintenanceAction: null,
    maintenanceFrom: null,
    maintenanceTo: null,
    maintenanceNotify: false,
    privatePoolMatch: request.privatePoolMatch ?? null,
    hostAffinity: request.hosting?.affinity ?? null,
    own: request.own,
    stopMode: null,
    isolatedBy: null,
    spotEndsAt: null,
    startedAt: null,
    generation: 1,
    version: 1,
    operation: 'launch',
    operationState: 'operating',
    operationError: null,
  } as const satisfies Partial<NewlyMade>;
}

/** The launch itself, as the first of what is done to a new instance. */
export function launchOperation({ key, account, ...launched }: NewlyMade): NewOperation {
  const { version: number, operationRequest: request, createdAt: at } = launched;
  const operated = { account, kind: 'instance', resource: key, number };
  return newOperation(operated, { action: 'launch', state: 'operating', request, at });
}

/** Puts new instances into their security groups, and their large texts where those belong. */
export async function saveLinksAndBlobs(
  tx: Tx,
  { userData, metadata }: LaunchRequest,
  {
    instances,
    groups,
  }: {
    readonly instances: ReadonlyArray<Key<'instance'>>;
    readonly groups: ReadonlyArray<Key<'security-group'>>;
  },
): Promise<void> {
  await Promise.all([
    linkSecurityGroups(tx, instances, groups),
    saveBlobs(tx, instances, { 'user-data': userData, metadata: metadata ?? null }),
  ]);
}
