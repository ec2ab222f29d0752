import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';

const instancesFrom = statement<{
  readonly account: string;
  readonly region: string;
  readonly images: ReadonlyArray<Key<'image'>>;
  readonly states: readonly string[];
}>()((db, p) =>
  db
    .selectFrom('instances')
    .select(['key', 'image'])
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('image', 'in', p.images)
    .where('state', 'in', p.states),
);

const BEING_MADE = ['creating', 'booting'];

/** The owner's instances that are being made from images right now, by image. */
export async function instancesBeingMade(
  reader: Reader,
  from: {
    readonly account: string;
    readonly region: string;
    readonly images: ReadonlyArray<Key<'image'>>;
  },
): Promise<ReadonlyMap<string, Key<'instance'>>> {
  if (from.images.length === 0) return new Map();
  const rows = await reader.all(instancesFrom, { ...from, states: BEING_MADE });
  return new Map(rows.map(({ key, image }) => [image, key]));
}
