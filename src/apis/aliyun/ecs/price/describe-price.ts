// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeprice
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { quoted } from '#resources/price/price.ts';
import { id, list, number, string, structure } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/describe-price.ts';
import { itemsOf } from './priced-items.ts';
import { priceInfo } from './render-price-info.ts';
import { spotTermOf, termOf } from './term.ts';

const disk = {
  Category: { max: 64 },
  Size: { min: 0, max: 65_536 },
  PerformanceLevel: { values: ['PL0', 'PL1', 'PL2', 'PL3'] },
  StorageClusterId: silent,
} as const;
const sums = each(['OriginalPrice', 'TradePrice', 'DiscountPrice'], number());
const sold = ['instance', 'disk', 'bandwidth'] as const;
const notSold = ['diskperformance', 'ddh', 'ElasticityAssurance', 'CapacityReservation'] as const;

/** What an instance with its disks costs, disks by the hour, or a GB of traffic. */
export const describePrice = action.read({
  model,
  input: {
    ResourceType: {
      default: 'instance',
      values: [...sold, ...notSold],
      reasons: priceFaults.kindUnknown,
    },
    InstanceType: { max: 64 },
    ImageId: id('image'),
    SystemDisk: { fields: disk },
    DataDisk: { max: 16, item: { fields: { ...disk, ProvisionedIops: silent } } },
    Amount: { default: 1, min: 1, max: 1_000, reasons: priceFaults.amountOutOfRange },
    Period: { default: 1, min: 1, max: 9, reasons: launchFaults.periodNotSold },
    PriceUnit: {
      default: 'Hour',
      values: ['Hour', 'Week', 'Month', 'Year'],
      reasons: priceFaults.unitUnknown,
    },
    InternetChargeType: {
      default: 'PayByTraffic',
      values: ['PayByBandwidth', 'PayByTraffic'],
      reasons: launchFaults.internetChargeTypeUnknown,
    },
    InternetMaxBandwidthOut: {
      default: 0,
      min: 0,
      max: 100,
      reasons: priceFaults.bandwidthOutOfRange,
    },
    SpotStrategy: {
      default: 'NoSpot',
      values: ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
    },
    // They change no price.
    ...each(['IoOptimized', 'InstanceNetworkType', 'Platform', 'Isp'], silent),
    SpotDuration: silent,
    // Of what is not sold here.
    ...each(['AssuranceTimes', 'DedicatedHostType', 'OfferingType', 'Scope', 'StartTime'], silent),
    ...each(['Capacity', 'InstanceAmount', 'InstanceCpuCoreCount'], silent),
    InstanceTypeList: list(string(), silent),
    RecurrenceRules: silent,
    SchedulerOptions: structure(
      { DedicatedHostId: string(), DeploymentSetStrategy: string() },
      silent,
    ),
  },
  output: {
    PriceInfo: {
      fields: {
        Price: {
          fields: {
            ...sums,
            ReservedInstanceHourPrice: number(),
            DetailInfos: { item: { fields: sums } },
          },
        },
        // There are no images from a marketplace.
        RelatedPrice: { optional: true },
      },
    },
  },
  handle: async (context, input) => {
    const { region } = context;
    const term = spotTermOf(context, termOf(input), input);
    const items = await itemsOf(context, input);
    const lines = items.flatMap((item) => item.lines);
    return priceInfo(items, quoted(context, { region, lines, term }));
  },
});
