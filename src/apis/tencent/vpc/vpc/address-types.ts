/** What the vendor calls the kinds of IPv6 addresses. */
export const addressKinds = { GUA: 'global', ULA: 'local' } as const;

type AddressType = keyof typeof addressKinds;

export const addressTypes = Object.keys(addressKinds) as readonly AddressType[];

export function isAddressType(text: string): text is AddressType {
  return Object.hasOwn(addressKinds, text);
}

/** Whether an IPv6 block is of addresses that are unique everywhere, or in a site (fc00::/7). */
export function addressTypeOf(block: string): AddressType {
  return block.startsWith('fd') ? 'ULA' : 'GUA';
}
