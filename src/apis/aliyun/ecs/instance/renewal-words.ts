import type { Prepaid } from '#resources/instance/instance.ts';

/** What becomes of an instance when its time is over, as RenewalStatus says it. */
export const renewalWords = {
  AutoRenewal: 'auto',
  Normal: 'manual',
  NotRenewal: 'off',
} as const satisfies Readonly<Record<string, Prepaid['renewal']>>;

export type RenewalStatus = keyof typeof renewalWords;

/** The word for it. */
export function renewalStatusOf({ renewal }: Pick<Prepaid, 'renewal'>): RenewalStatus {
  if (renewal === 'auto') return 'AutoRenewal';
  return renewal === 'off' ? 'NotRenewal' : 'Normal';
}
