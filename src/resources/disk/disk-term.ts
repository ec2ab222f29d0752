import type { Key } from '#kernel/key.ts';
import type { Prepaid } from '../instance/instance.ts';
import { paidTerm } from '../instance/paid-term.ts';
import type { OrderLine } from '../order/order.ts';
import { termPrice } from '../price/price.ts';
import type { ReadScope } from '../scope.ts';
import { diskParts } from './disk-price.ts';
import type { Disk } from './disk.ts';
import { diskFaults } from './faults.ts';

interface Span {
  readonly from: number;
  readonly day?: number;
}

type Period = Pick<Prepaid, 'period' | 'unit'>;

/** The time of a period. @throws disk.periodNotSold where it would end after 2099 */
export function diskTerm({ from, day }: Span, { period, unit }: Period) {
  const term = paidTerm(from, { count: period, unit }, day);
  if (term === undefined) throw diskFaults.periodNotSold();
  return { from, until: term.expiresAt };
}

/** A disk for a term, which is all that it then has. */
export function diskTermLine(
  scope: Pick<ReadScope, 'cloud'>,
  disk: Disk,
  { prepaid, ...span }: Span & { readonly prepaid: Period },
): OrderLine & { readonly resource: Key<'disk'> } {
  const { region, key: resource } = disk;
  const parts = diskParts(scope, disk);
  const price = termPrice(scope, { region, lines: parts }, prepaid);
  const microYuan = price.by === 'term' ? price.total.paid : 0;
  return {
    resource,
    microYuan,
    bought: { term: diskTerm(span, prepaid), whole: { region, parts } },
  };
}
