import type { Where } from '../listing/narrowings.ts';
import type { HolderKind } from './elastic-address.ts';

/**
 * For the lists of other nouns (D28): whether elastic addresses are bound to the rows of a table,
 * which the index of holders tells.
 */
export function isBoundTo(eb: Where, kind: HolderKind, table: string) {
  return eb.exists(
    eb
      .selectFrom('elastic_addresses')
      .select('elastic_addresses.key')
      .where('elastic_addresses.holder_kind', '=', kind)
      .whereRef('elastic_addresses.holder', '=', `${table}.key`),
  );
}
