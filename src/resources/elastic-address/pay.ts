import { paidTerm, renewedFrom } from '../instance/paid-term.ts';
import type { OrderKind, OrderLine } from '../order/order.ts';
import { placeOrder } from '../order/verbs/place-order.ts';
import { differencePrice } from '../price/difference.ts';
import { priceFaults } from '../price/faults.ts';
import { bandwidthLine } from '../price/lines.ts';
import { addedSums, quoted } from '../price/price.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import type { ElasticAddress } from './elastic-address.ts';
import { elasticAddressFaults } from './faults.ts';

interface Months {
  readonly kind: OrderKind;
  readonly months: number;
  /** Cloud milliseconds; from the end of what is paid for where it is left out. */
  readonly from?: number;
}

/** Pays months of addresses that are paid in advance. Answers the order. */
export const payMonths = verb(
  [placeOrder, priceFaults.tooLarge, elasticAddressFaults.periodNotSold],
  async (scope: Scope, addresses: readonly ElasticAddress[], asked: Months): Promise<string> => {
    const lines = addresses.map((address) => monthsLine(scope, address, asked));
    return (await placeOrder(scope, { kind: asked.kind, of: 'elastic-address', lines })).key;
  },
);

/** What months of an address cost, by its bandwidth. */
export function monthsLine(
  scope: Pick<ReadScope, 'cloud' | 'now'>,
  address: ElasticAddress,
  { months, from: asked }: Omit<Months, 'kind'>,
): OrderLine {
  const { key: resource, region, internet } = address;
  const parts = [bandwidthLine(internet?.outMbps ?? 0, 1)];
  const price = quoted(scope, { region, lines: parts, term: { by: 'month', months } });
  const { from, day } = asked === undefined ? renewedFrom(address, scope.now) : { from: asked };
  const term = paidTerm(from, { count: months, unit: 'month' }, day);
  if (term === undefined) throw elasticAddressFaults.periodNotSold();
  const whole = { region, parts };
  return {
    resource,
    microYuan: price.paid,
    bought: { term: { from, until: term.expiresAt }, whole },
  };
}

/** Pays for more bandwidth of an address that is paid in advance, for the rest of its time. */
export const payBandwidth = verb(
  [placeOrder, priceFaults.tooLarge],
  async (scope: Scope, address: ElasticAddress, outMbps: number): Promise<void> => {
    const { key: resource, region, internet, expiresAt } = address;
    if (expiresAt === null || internet === null) return;
    const price = differencePrice(scope, {
      region,
      from: [bandwidthLine(internet.outMbps, 1)],
      to: [bandwidthLine(outMbps, 1)],
      expiresAt,
      prepaid: null,
    });
    const term = { from: scope.now, until: Math.max(expiresAt, scope.now) };
    const lines = [{ resource, microYuan: addedSums([price]).paid, bought: { term } }];
    await placeOrder(scope, { kind: 'bandwidth', of: 'elastic-address', lines });
  },
);
