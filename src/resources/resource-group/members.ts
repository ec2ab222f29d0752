import type { AnyDatabase } from '../listing/narrowings.ts';
import { nouns, tables } from '../nouns.ts';
import type { Noun } from '../noun.ts';
import { regions } from '../region/region.ts';
import type { ReadScope } from '../scope.ts';

/** A kind of resources that can be in a group, and where they are. */
interface Grouped {
  readonly kind: string;
  readonly table: string;
  readonly emptyState: string | undefined;
}

const COLUMN = 'resource_group';

/** Every noun whose rows have the column. */
const grouped: readonly Grouped[] = nouns.flatMap(({ name, tagged, emptyState }: Noun) => {
  const columns = tagged === undefined ? {} : tables[tagged]?.columns;
  return tagged !== undefined && COLUMN in (columns ?? {})
    ? [{ kind: name, table: tagged, emptyState }]
    : [];
});

/** Whether resources of the kind can be in a group. */
export function canBeGrouped(kind: string): boolean {
  return grouped.some((one) => one.kind === kind);
}

type InAccount = Pick<ReadScope, 'db' | 'account'>;

/** Whether any resource is in the group, in whatever region. */
export async function holdsResources(scope: InAccount, key: string): Promise<boolean> {
  for (const { table, emptyState } of grouped) {
    const [row] = await (scope.db.db as unknown as AnyDatabase)
      .selectFrom(table)
      .select('key')
      .where('account', '=', scope.account)
      // So that an index that begins with the region serves.
      .where(
        'region',
        'in',
        regions.map(({ name }) => name),
      )
      .where(COLUMN, '=', key)
      .where((eb) => eb.and(emptyState === undefined ? [] : [eb('state', '!=', emptyState)]))
      .limit(1)
      .execute();
    if (row !== undefined) return true;
  }
  return false;
}

/** Puts a resource into a group; false where it is in it already. */
export async function setGroup(
  scope: InAccount,
  { kind, key }: { readonly kind: string; readonly key: string },
  group: string,
): Promise<void> {
  const table = grouped.find((one) => one.kind === kind)?.table;
  if (table === undefined) throw new Error(`No ${kind} is in a group.`);
  await (scope.db.db as unknown as AnyDatabase)
    .updateTable(table)
    .set({ [COLUMN]: group })
    .where('account', '=', scope.account)
    .where('key', '=', key)
    .execute();
}
