import { string } from '#wire/builders.ts';
import type { Reason } from '#kernel/fault.ts';

const NO_ADDRESS = /^(?!https?:\/\/)/;

/** A name: 1 to 128 characters that do not begin with http:// or https:// (today's SDK). */
export function name(reason: Reason) {
  return string({ max: 128, pattern: NO_ADDRESS, reasons: reason });
}

/** A description: 1 to 256 characters that do not begin with http:// or https:// (today's SDK). */
export function description(reason: Reason) {
  return string({ max: 256, pattern: NO_ADDRESS, reasons: reason });
}

/** The id of an account is a number; ours are digits (account/accounts.ts). */
export function ownerIdOf(account: string): number {
  return Number(account) || 0;
}

/** The region that a request names, or none. */
export function regionAsked({ region }: { readonly region: string }): string | undefined {
  return region === '' ? undefined : region;
}
