import type { Kind } from '../dialect.ts';
import { addColumns } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** When a spot instance is taken back whose bid is below the price. */
export async function spotInterruption(db: AnyDatabase, kind: Kind): Promise<void> {
  await addColumns(db, kind, { instances: { spot_ends_at: 'integer?' } });
}
