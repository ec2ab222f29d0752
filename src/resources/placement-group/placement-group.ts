import type { Key } from '#kernel/key.ts';
import type { NewPlacementGroupRow, PlacementGroupRow } from '#store/schema/placement-group.ts';

/** Instances that are kept apart, or near to each other, wherever in a region they are. */
export interface PlacementGroup {
  readonly key: Key<'placement-group'>;
  readonly account: string;
  readonly region: string;
  readonly name: string | null;
  readonly description: string | null;
  /** Apart from each other, apart from the members of other parts, or behind one switch. */
  readonly strategy: 'spread' | 'parts' | 'near';
  /** What members that are kept apart do not share. */
  readonly level: 'host' | 'switch' | 'rack';
  /** Members that may share one of those after all. */
  readonly affinity: number;
  /** 0 where it has no parts. */
  readonly parts: number;
  readonly unplaceable: 'leaves' | 'stays-stopped';
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The group of a row. */
export function placementGroupOf(row: Omit<PlacementGroupRow, 'seq'>): PlacementGroup {
  const { created_at: createdAt, key, account, region, name, description } = row;
  const { strategy, level, affinity, parts, unplaceable } = row;
  const how = { strategy, level, affinity, parts, unplaceable };
  return { key, account, region, name, description, ...how, createdAt };
}

/** The row of a new group. */
export function placementGroupRow({ createdAt, ...group }: PlacementGroup): NewPlacementGroupRow {
  return { ...group, version: 0, created_at: createdAt };
}
