import assert from 'node:assert/strict';

// Elastic addresses of the examples of 2017 (seed 004), and what they are bound to.

export interface AddressFixture {
  readonly key: string;
  /** Key of the instance that it is bound to. */
  readonly boundTo?: string;
}

/** Calls an action in the region of the example; a refusal fails the test. */
type Ask = (action: string, body: object) => Promise<Readonly<Record<string, unknown>>>;

export async function seedAddress(
  ask: Ask,
  pin: (key: string) => void,
  { key, boundTo }: AddressFixture,
): Promise<void> {
  pin(key);
  const { AddressSet } = await ask('AllocateAddresses', { AddressCount: 1 });
  const AddressId = `eip-${key}`;
  assert.deepEqual(AddressSet, [AddressId]);
  if (boundTo === undefined) return;
  await ask('AssociateAddress', { AddressId, InstanceId: `ins-${boundTo}` });
}

interface Network {
  readonly VpcId: string;
  readonly SubnetId: string;
}

/** An interface of no instance, which has 10.0.0.2 (L48627). */
export async function seedInterface(
  ask: Ask,
  pin: (key: string) => void,
  { key, VpcId, SubnetId }: Network & { readonly key: string },
): Promise<void> {
  pin(key);
  const made = await ask('CreateNetworkInterface', {
    VpcId,
    SubnetId,
    NetworkInterfaceName: 'fixture',
    PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.2', Primary: true }],
  });
  const { NetworkInterfaceId } = made['NetworkInterface'] as { NetworkInterfaceId: string };
  assert.equal(NetworkInterfaceId, `eni-${key}`);
}
