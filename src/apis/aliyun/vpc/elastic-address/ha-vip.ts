import type { WriteContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireAddress } from '#resources/elastic-address/require.ts';
import { bindToHaVip, unbindFromHaVip } from '#resources/ha-vip/verbs/elastic.ts';
import { keyIn } from './target.ts';

interface OnHaVip {
  readonly key: Key<'elastic-address'>;
  readonly region: string | null;
  /** The id of a high-availability address. */
  readonly id: string | undefined;
}

/** Gives a high-availability address an elastic one of the account that is free. */
export async function bindToHaVipOf(
  context: WriteContext,
  { key, region: asked, id = '' }: OnHaVip,
): Promise<void> {
  const { kind, holder, address, region } = await requireAddress(context, key, asked);
  if (kind === 'ordinary') throw elasticAddressFaults.ordinary({ 'elastic-address': key });
  if (holder !== null) throw elasticAddressFaults.bound({ 'elastic-address': key });
  await bindToHaVip(context, { vip: keyIn('ha-vip', id), region, elastic: address });
}

/** Takes an elastic address from the high-availability one that has it. */
export async function unbindFromHaVipOf(
  context: WriteContext,
  { key, region: asked, id }: OnHaVip,
): Promise<void> {
  const { holder, region } = await requireAddress(context, key, asked);
  if (holder === null) throw elasticAddressFaults.notBound({ 'elastic-address': key });
  const isThere = id === undefined || keyIn('ha-vip', id) === holder.key;
  if (holder.kind !== 'ha-vip' || !isThere) {
    throw elasticAddressFaults.boundElsewhere({ 'elastic-address': key });
  }
  await unbindFromHaVip(context, { vip: holder.key, region });
}
