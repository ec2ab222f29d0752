import type { Narrowing } from '../listing/narrowings.ts';
import type { HolderKind } from './elastic-address.ts';

/**
 * For the lists of other nouns (D28): whether elastic addresses are bound to rows of that table,
 * which the index of holders tells.
 */
export function hasElasticAddress(kind: HolderKind, table: string): Narrowing<readonly boolean[]> {
  return {
    by: 'scan',
    condition: (eb, wanted) => {
      const bound = eb.exists(
        eb
          .selectFrom('elastic_addresses')
          .select('elastic_addresses.key')
          .where('elastic_addresses.holder_kind', '=', kind)
          .whereRef('elastic_addresses.holder', '=', `${table}.key`),
      );
      return eb.or(wanted.map((is) => (is ? bound : eb.not(bound))));
    },
  };
}
