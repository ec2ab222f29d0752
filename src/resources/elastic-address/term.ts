import { paidTerm } from '../instance/paid-term.ts';
import type { AddressPrepaid, ElasticAddress } from './elastic-address.ts';
import { elasticAddressFaults } from './faults.ts';

/** What is paid for from now on. @throws elastic-address.periodNotSold beyond 2099 */
export function termOf(
  now: number,
  prepaid: AddressPrepaid | null,
): Pick<ElasticAddress, 'expiresAt' | 'renewalDay'> {
  if (prepaid === null) return { expiresAt: null, renewalDay: null };
  const term = paidTerm(now, { count: prepaid.months, unit: 'month' });
  if (term === undefined) throw elasticAddressFaults.periodNotSold();
  return term;
}
