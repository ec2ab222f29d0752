import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import type { Instance } from '../../instance/instance.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { provisioningGroupFaults as faults } from '../faults.ts';
import {
  provisioningGroupOf,
  type DeliveryResult,
  type ProvisioningGroup,
  type ProvisioningSpec,
} from '../provisioning-group.ts';
import {
  changeGroupRow,
  deleteGroupRow,
  deleteMembers,
  groupOfToken,
  groupsOf,
  membersOf,
  ownGroup,
  setResults,
} from '../table.ts';

export interface GroupNamed {
  readonly region: string;
  readonly key: string;
}

/** A group of the account. @throws provisioning-group.notFound */
export const getGroup = verb(
  [faults.notFound],
  async ({ db, account }: ReadScope, { region, key }: GroupNamed): Promise<ProvisioningGroup> => {
    const row = await db.first(ownGroup, { account, region, key });
    if (row !== undefined) return provisioningGroupOf(row);
    throw faults.notFound({ 'provisioning-group': key as ProvisioningGroup['key'] });
  },
);

/** The groups of the account in a region, newest first. */
export async function listGroups(
  { db, account }: ReadScope,
  region: string,
): Promise<readonly ProvisioningGroup[]> {
  return (await db.all(groupsOf, { account, region })).map(provisioningGroupOf);
}

export interface NewGroup {
  readonly region: string;
  readonly name: string;
  readonly kind: ProvisioningGroup['kind'];
  readonly token: string | undefined;
  readonly spec: ProvisioningSpec;
  readonly validUntil: number;
}

/** Makes a group, which is to deliver then; the one that its token has made, where it has. */
export const createGroup = verb(
  [faults.tokenUsed],
  async (scope: Scope, made: NewGroup): Promise<ProvisioningGroup> => {
    const { db, account, now, cloud } = scope;
    const { region, name, kind, token, spec, validUntil } = made;
    const doc = JSON.stringify(spec);
    if (token !== undefined) {
      const before = await db.first(groupOfToken, { account, region, token });
      if (before !== undefined) {
        const { validFrom: _then, ...asked } = JSON.parse(before.doc) as ProvisioningSpec;
        const { validFrom: _now, ...again } = spec;
        if (JSON.stringify(asked) !== JSON.stringify(again)) throw faults.tokenUsed();
        return provisioningGroupOf(before);
      }
    }
    const key = newKey(cloud.random) as ProvisioningGroup['key'];
    await db.insert('provisioning_groups', [
      {
        key,
        account,
        region,
        name,
        kind,
        token: token ?? null,
        doc,
        results: null,
        created_at: now,
        valid_until: validUntil,
      },
    ]);
    return { key, name, kind, spec, results: null, createdAt: now, validUntil };
  },
);

/** Notes whom a group has launched, in the transaction of the launch. */
export async function addMembers(
  { db }: Scope,
  owner: ProvisioningGroup['key'],
  instances: ReadonlyArray<Key<'instance'>>,
): Promise<void> {
  await db.insert(
    'provisioning_members',
    instances.map((instance) => ({ owner, instance })),
  );
}

/** Writes down what came of a delivery. */
export async function endDelivery(
  { db }: Scope,
  key: ProvisioningGroup['key'],
  results: readonly DeliveryResult[],
): Promise<void> {
  await db.run(setResults, { key, results: JSON.stringify(results) });
}

export type GroupChange = Partial<
  Pick<ProvisioningSpec, 'excess' | 'rest' | 'terminatesAtEnd' | 'maxSpotPrice'>
>;

/** Changes what of a group still counts once it has delivered. */
export const changeGroup = verb(
  [getGroup],
  async (
    scope: Scope,
    named: GroupNamed,
    { name, ...change }: GroupChange & { readonly name?: string },
  ): Promise<void> => {
    const group = await getGroup(scope, named);
    const doc = JSON.stringify({ ...group.spec, ...change });
    await scope.db.run(changeGroupRow, { key: group.key, name: name ?? group.name, doc });
  },
);

/** The instances of a group that are still there. */
export const instancesOfGroup = verb(
  [getGroup],
  async (scope: ReadScope, named: GroupNamed): Promise<readonly Instance[]> => {
    const { key: owner } = await getGroup(scope, named);
    const keys = (await scope.db.all(membersOf, { owner })).map(({ instance }) => instance);
    const found = await instancesOfKeys(scope.db, keys);
    return keys.flatMap((key) => found.get(key) ?? []);
  },
);

/** Deletes a group; its instances are none of its any more. */
export const deleteGroup = verb(
  [getGroup],
  async (scope: Scope, named: GroupNamed): Promise<void> => {
    const { key } = await getGroup(scope, named);
    await scope.db.run(deleteMembers, { owner: key });
    await scope.db.run(deleteGroupRow, { key });
  },
);
