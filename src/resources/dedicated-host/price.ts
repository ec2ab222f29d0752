import type { PriceLine } from '#pricing/quote.ts';
import type { Prepaid } from '../instance/instance.ts';
import type { OrderLine } from '../order/order.ts';
import { termPrice, type Price } from '../price/price.ts';
import type { ReadScope } from '../scope.ts';
import type { DedicatedHostType } from './dedicated-host-type.ts';

/** Hosts of a type: what its vCPUs and memory cost, where the book has no row for the type. */
export function hostLines(type: DedicatedHostType, count: number): readonly PriceLine[] {
  const { name, cpu, memoryMiB } = type;
  return [{ of: 'machine', type: name, cpu, memoryMiB, gpus: 0, fpgas: 0, count }];
}

/** What a host costs for a term in advance. */
export function hostTermPrice(
  scope: Pick<ReadScope, 'cloud'>,
  host: { readonly region: string; readonly type: DedicatedHostType },
  term: Pick<Prepaid, 'period' | 'unit'>,
): Extract<Price, { readonly by: 'term' }> {
  const price = termPrice(scope, { region: host.region, lines: hostLines(host.type, 1) }, term);
  if (price.by === 'term') return price;
  throw new Error('A term has the price of one.');
}

/** What a host costs for a term, as the line of an order. */
export function hostOrderLine(
  scope: Pick<ReadScope, 'cloud'>,
  host: {
    readonly key: string;
    readonly region: string;
    readonly type: DedicatedHostType;
  },
  term: Pick<Prepaid, 'period' | 'unit'> & { readonly from: number; readonly until: number },
): OrderLine {
  const { key: resource, region, type } = host;
  const { from, until } = term;
  const { paid: microYuan } = hostTermPrice(scope, { region, type }, term).total;
  const whole = { region, parts: hostLines(type, 1) };
  return { resource, microYuan, bought: { term: { from, until }, whole } };
}
