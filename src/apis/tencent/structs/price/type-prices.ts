import { chargeTypesOf, type InstanceChargeType } from '#catalogue/tencent/type-words.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { ChargeType } from '#resources/instance/instance.ts';
import { machineLines } from '#resources/price/lines.ts';
import { instancePrice, type Price } from '#resources/price/price.ts';
import { spotHour } from '#resources/price/spot.ts';
import type { ReadContext } from '../../../context.ts';
import { chargeTypes } from '../instance/words.ts';

/** What one instance of a type costs when it is paid in one way. */
export interface TypePrice {
  readonly charge: ChargeType;
  readonly name: InstanceChargeType;
  readonly price: Price;
}

/** Prepaid by the month, without a disk (seed 004 L20752-20788). */
const aMonth = { period: 1, unit: 'month', renewal: 'off', renewalPeriod: 1 } as const;

/** The same in a zone: a spot instance costs there what the market says. */
export function priceIn(
  context: ReadContext,
  { type, zone }: { readonly type: InstanceType; readonly zone: string },
  one: TypePrice,
): TypePrice {
  if (one.charge !== 'spot') return one;
  const { region, now: at } = context;
  const hour = spotHour(context, { type, zone, at }, { region, now: at });
  return { ...one, price: { by: 'spot-hour', hour } };
}

/** The prices of a type in each way it may be paid for, of those that are wanted. */
export function typePrices(
  context: ReadContext,
  type: InstanceType,
  wanted: readonly ChargeType[] | undefined,
): readonly TypePrice[] {
  const { region } = context;
  const lines = machineLines(type, 1);
  return chargeTypesOf(type).flatMap((name): readonly TypePrice[] => {
    const charge = chargeTypes.find(name);
    if (charge === undefined || wanted?.includes(charge) === false) return [];
    const paid = { chargeType: charge, prepaid: aMonth };
    return [{ charge, name, price: instancePrice(context, { region, lines }, paid) }];
  });
}
