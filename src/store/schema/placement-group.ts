import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Instances that are kept apart, or near to each other. `version` grows with each transaction that
 * puts instances into it, so that no two of them do that at once.
 */
export const placementGroupTable = table({
  seq,
  key: keyOf('placement-group'),
  account: text,
  region: text,
  name: nullable(text),
  description: nullable(text),
  strategy: oneOf('spread', 'parts', 'near'),
  level: oneOf('host', 'switch', 'rack'),
  /** Members that may share one host, switch or rack. */
  affinity: integer,
  /** Parts whose members share nothing with those of other parts; 0 where it has none. */
  parts: integer,
  /** What becomes of a member that cannot be kept apart after its host failed. */
  unplaceable: oneOf('leaves', 'stays-stopped'),
  version: integer,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    placement_groups: ColumnsOf<typeof placementGroupTable>;
  }
}

export type PlacementGroupRow = RowOf<typeof placementGroupTable>;
export type NewPlacementGroupRow = NewRowOf<typeof placementGroupTable>;
