import type { WriteContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireAddress } from '#resources/elastic-address/require.ts';
import { associateAddress, dissociateAddresses } from '#resources/nat-gateway/verbs/addresses.ts';
import { keyIn } from './target.ts';

interface OnGateway {
  readonly key: Key<'elastic-address'>;
  readonly region: string | null;
  /** The id of a NAT gateway. */
  readonly id: string | undefined;
}

/** Gives a NAT gateway an address of the account that is free. */
export async function bindToGateway(
  context: WriteContext,
  { key, region: asked, id = '' }: OnGateway,
): Promise<void> {
  const { kind, holder, address, region } = await requireAddress(context, key, asked);
  if (kind === 'ordinary') throw elasticAddressFaults.ordinary({ 'elastic-address': key });
  if (holder !== null) throw elasticAddressFaults.bound({ 'elastic-address': key });
  const gateway = keyIn('nat-gateway', id);
  await associateAddress(context, { gateway, region, address });
}

/** Takes an address from the NAT gateway that has it, unless rules use it. */
export async function unbindFromGateway(
  context: WriteContext,
  { key, region: asked, id }: OnGateway,
): Promise<void> {
  const { holder, address, region } = await requireAddress(context, key, asked);
  if (holder === null) throw elasticAddressFaults.notBound({ 'elastic-address': key });
  const isThere = id === undefined || keyIn('nat-gateway', id) === holder.key;
  if (holder.kind !== 'nat-gateway' || !isThere) {
    throw elasticAddressFaults.boundElsewhere({ 'elastic-address': key });
  }
  const gone = { gateway: holder.key, region, addresses: [address], last: 'goes' } as const;
  await dissociateAddresses(context, gone);
}
