import type { Instance } from '../instance/instance.ts';
import type { ReadScope } from '../scope.ts';

/** How many interfaces an instance may have, the primary one included, and addresses each. */
export interface InterfaceLimits {
  readonly interfacesMax: number;
  readonly addressesMax: number;
  readonly ipv6Max: number;
}

/** What the type of an instance allows; one whose type is not known any more has what it has. */
export function interfaceLimitsOf(
  { cloud }: ReadScope,
  { type }: Pick<Instance, 'type'>,
): InterfaceLimits {
  const network = cloud.catalogue.instanceType(type)?.network;
  return {
    interfacesMax: network?.interfacesMax ?? 1,
    addressesMax: network?.addressesPerInterfaceMax ?? 1,
    ipv6Max: network?.ipv6AddressesPerInterfaceMax ?? 0,
  };
}
