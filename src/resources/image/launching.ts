import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { type InstanceState, instanceStates } from '../instance/states.ts';

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

interface Owned {
  readonly account: string;
  readonly region: string;
  readonly images: ReadonlyArray<Key<'image'>>;
}

type Made = ReadonlyMap<string, Key<'instance'>>;

/** One of the owner's instances that is being made from each image right now, by image. */
export function instancesBeingMade(reader: Reader, owned: Owned): Promise<Made> {
  return instancesIn(reader, owned, ['creating', 'booting']);
}

/** One of the owner's instances that was made from each image and is there, by image. */
export function instancesMade(reader: Reader, owned: Owned): Promise<Made> {
  return instancesIn(
    reader,
    owned,
    instanceStates.filter((state) => state !== 'launch-failed'),
  );
}

async function instancesIn(
  reader: Reader,
  owned: Owned,
  states: readonly InstanceState[],
): Promise<Made> {
  if (owned.images.length === 0) return new Map();
  const rows = await reader.all(instancesFrom, { ...owned, states });
  return new Map(rows.map(({ key, image }) => [image, key]));
}
