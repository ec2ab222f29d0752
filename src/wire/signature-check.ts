import { timingSafeEqual } from 'node:crypto';
import type { Expired } from './wire-refusal.ts';

/** What a check needs besides the request and its claim. */
export interface CheckOptions {
  /** The secret of the claimed id, as it was handed to the user. */
  readonly secret: string;
  /** Wall clock, whole seconds since 1970 (UTC). */
  readonly nowSeconds: number;
  /** How far the timestamp may be off to either side, inclusive; default as the vendor's. */
  readonly skewSecondsMax?: number;
}

/**
 * The millisecond from which on a timestamp is refused. The clock is read in whole seconds, so the
 * last second counts to its end. A nonce is kept until then: window and lifetime are one number.
 */
export function acceptedUntilMs(timestampSeconds: number, skewSecondsMax: number): number {
  return (timestampSeconds + skewSecondsMax + 1) * 1_000;
}

/** The refusal of a timestamp more than the allowed seconds away from now, to either side. */
export function expired(
  timestampSeconds: number,
  nowSeconds: number,
  skewSecondsMax: number,
): Expired | undefined {
  const isEarly = nowSeconds < timestampSeconds - skewSecondsMax;
  const isLate = nowSeconds * 1_000 >= acceptedUntilMs(timestampSeconds, skewSecondsMax);
  if (!isEarly && !isLate) return undefined;
  return { refusal: 'expired', timestampSeconds, nowSeconds, skewSecondsMax };
}

/**
 * Compares a computed signature with one that was sent, in a time that depends on the lengths
 * alone.
 */
export function equalSignatures(computed: string, sent: string): boolean {
  const ours = Buffer.from(computed, 'utf8');
  const theirs = Buffer.from(sent, 'utf8');
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

const PORT = /:\d{1,5}$/;

/**
 * The host as sent and, where it carries a port, without it: Tencent's documents leave the port
 * open (seed 004 L41286 says none), its Go and Python SDKs sign it, and its Node SDK sends it in
 * the header but signs v3 without it.
 */
export function hostsSigned(host: string): readonly string[] {
  const bare = host.replace(PORT, '');
  return bare === host ? [host] : [host, bare];
}
