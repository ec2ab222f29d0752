// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-allocatededicatedhosts
import { action } from '#apis/context.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { aliyunTypeSource } from '#catalogue/aliyun/types.ts';
import { dedicatedHostFaults as faults } from '#resources/dedicated-host/faults.ts';
import { buyHosts } from '#resources/dedicated-host/verbs/buy-hosts.ts';
import type { Prepaid } from '#resources/instance/instance.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { id, list } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { orderId } from '../../order-id.ts';
import { clientToken } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/allocate-dedicated-hosts.ts';
import { boughtPeriod, hostFields, hostFieldsAsked, renewedPeriod } from './host-fields.ts';
import { releaseTime } from './release-time.ts';

const quantity = { min: 1, max: 100, reasons: faults.countOutOfRange } as const;

const input = {
  ...hostFields,
  Quantity: { ...quantity, default: 1 },
  MinQuantity: quantity,
  ChargeType: {
    values: ['PostPaid', 'PrePaid'],
    default: 'PostPaid',
    reasons: faults.chargeTypeUnknown,
  },
  PeriodUnit: {
    values: ['Month', 'Year'],
    default: 'Month',
    reasons: faults.periodUnitUnknown,
  },
  AutoRenew: { default: false },
  Tag: givenTags,
  ClientToken: clientToken,
} as const;

const asked = overlay(model.request, input);
type Asked = InferIn<typeof asked>;

/** Buys hosts in one zone: the one that is named, or the first that has them. */
export const allocateDedicatedHosts = action.write({
  model,
  input,
  output: {
    DedicatedHostIdSets: list(id('dedicated-host'), { element: 'DedicatedHostId' }),
    OrderId: { optional: true },
  },
  handle: async (context, input) => {
    const { region, now } = context;
    const { Quantity: count, MinQuantity: countMin = count, ZoneId: zone } = input;
    if (countMin > count) throw faults.countOutOfRange();
    const all = zonesOfVendor('aliyun', region);
    if (zone !== undefined && !all.includes(zone)) throw zoneFaults.notFound();
    const prepaid = prepaidOf(input);
    const fields = hostFieldsAsked(input);
    const { keys, order } = await buyHosts(context, {
      launchedBy: aliyunTypeSource.catalogue,
      type: input.DedicatedHostType,
      region,
      zones: zone === undefined ? all : [zone],
      count,
      countMin,
      name: input.DedicatedHostName ?? null,
      description: input.Description ?? null,
      project: 0,
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      cluster: input.DedicatedHostClusterId ?? null,
      prepaid,
      releaseAt: releaseAtOf(input, now),
      autoPlacement: fields.autoPlacement ?? true,
      maintenanceAction: fields.maintenanceAction ?? 'migrate',
      cpuPercent: fields.cpuPercent ?? 100,
      udpTimeout: fields.udpTimeout ?? null,
      slbUdpTimeout: fields.slbUdpTimeout ?? null,
      tags: checkedTags(input.Tag),
    });
    return { DedicatedHostIdSets: keys, ...orderId(order) };
  },
});

function prepaidOf({ ChargeType, Period, PeriodUnit, AutoRenew, ...asked }: Asked): Prepaid | null {
  if (ChargeType === 'PostPaid') return null;
  const length = boughtPeriod(Period, PeriodUnit);
  if (!AutoRenew) return { ...length, renewal: 'manual', renewalPeriod: 1, renewalUnit: 'month' };
  const { period: renewalPeriod } = renewedPeriod(asked.AutoRenewPeriod ?? 0, 'Month');
  return { ...length, renewal: 'auto', renewalPeriod, renewalUnit: 'month' };
}

/** Only what is paid by the hour is released by itself. */
function releaseAtOf({ AutoReleaseTime: text, ChargeType }: Asked, now: number): number | null {
  if (text === undefined) return null;
  if (ChargeType === 'PrePaid') throw faults.releaseTimeNotAllowed();
  return releaseTime(text, now);
}
