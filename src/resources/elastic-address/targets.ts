/** The end of what was paid for: at most one timer for each address (D26). */
export function addressExpiryTarget(key: string): string {
  return `elastic-address-expiry:${key}`;
}
