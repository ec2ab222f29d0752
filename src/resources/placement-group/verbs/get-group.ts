import type { Key } from '#kernel/key.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { placementGroupFaults as faults } from '../faults.ts';
import { placementGroupOf, type PlacementGroup } from '../placement-group.ts';
import { holdGroupRow, ownGroup } from '../table.ts';

export interface GroupRequest {
  readonly group: Key<'placement-group'>;
  readonly region: string;
}

/** A placement group of the account. */
export const getPlacementGroup = verb(
  [faults.notFound],
  async ({ db, account }: ReadScope, { group, region }: GroupRequest): Promise<PlacementGroup> => {
    const row = await db.first(ownGroup, { account, key: group });
    if (row?.region !== region) throw faults.notFound({ 'placement-group': group });
    return placementGroupOf(row);
  },
);

export interface GroupPlace extends GroupRequest {
  /** The part that is meant; null: any. */
  readonly part: number | null;
}

/** The same for instances that are to be in a part of it. */
export const requireGroupPlace = verb(
  [getPlacementGroup, faults.partOutOfRange],
  async (scope: ReadScope, { part, ...request }: GroupPlace): Promise<PlacementGroup> => {
    const group = await getPlacementGroup(scope, request);
    if (part !== null && (part < 1 || part > group.parts)) throw faults.partOutOfRange({ part });
    return group;
  },
);

/**
 * The group as it is for the rest of this transaction: no other one puts instances into it or
 * deletes it meanwhile (D3).
 */
export const holdGroup = verb(
  [faults.notFound],
  async ({ db, account }: Scope, key: Key<'placement-group'>): Promise<PlacementGroup> => {
    const held = await db.run(holdGroupRow, { account, key });
    const row = held === 1 ? await db.first(ownGroup, { account, key }) : undefined;
    if (row === undefined) throw faults.notFound({ 'placement-group': key });
    return placementGroupOf(row);
  },
);
