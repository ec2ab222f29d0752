import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { deleteHaVipsOfMembers, haVipsOfMembers, membersOfHaVips } from './table.ts';

/** What may stand in for a high-availability address. */
export type HaVipMember =
  | { readonly kind: 'instance'; readonly key: Key<'instance'> }
  | { readonly kind: 'network-interface'; readonly key: Key<'network-interface'> };

/** What may stand in for up to 1,024 addresses, by address, in the order it was associated in. */
export async function membersOf(
  reader: Reader,
  vips: ReadonlyArray<Key<'ha-vip'>>,
): Promise<ReadonlyMap<string, readonly HaVipMember[]>> {
  if (vips.length === 0) return new Map();
  const rows = await reader.all(membersOfHaVips, { vips });
  const byVip = Map.groupBy(rows, ({ ha_vip: vip }) => vip as string);
  return new Map(
    [...byVip].map(([vip, those]) => [
      vip,
      those.map(({ member_kind: kind, member: key }): HaVipMember => ({ kind, key })),
    ]),
  );
}

/** Whether an instance or an interface may stand in for any address. */
export async function standsIn(reader: Reader, member: string): Promise<boolean> {
  return (await reader.first(haVipsOfMembers, { members: [member] })) !== undefined;
}

/** Of instances and interfaces that go: they stand in for no address any more. */
export async function forgetMembers(tx: Tx, members: readonly string[]): Promise<void> {
  if (members.length > 0) await tx.run(deleteHaVipsOfMembers, { members });
}
