// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeavailableresource
// Seed 003 L45 sends its readers here for what a zone sells.
import { action, type ReadContext } from '#apis/context.ts';
import { diskCategories } from '#catalogue/aliyun/disks.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { takes } from '#resources/dedicated-host/dedicated-host-type.ts';
import { getDedicatedHost } from '#resources/dedicated-host/verbs/list-hosts.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { number } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import {
  availableZones,
  destinations,
  diskCategoriesOf,
  isOptimized,
} from '../instance-type/available-resources.ts';
import { missing } from '../instance/launch/missing.ts';
import * as model from '../models/describe-available-resource.ts';

const category = { values: diskCategories } as const;

const fields = {
  DestinationResource: { values: destinations },
  ResourceType: { values: ['instance', 'disk', 'reservedinstance', 'ddh'], default: 'instance' },
  InstanceChargeType: {
    values: ['PrePaid', 'PostPaid'],
    default: 'PostPaid',
    reasons: { value: listingFaults.chargeTypeUnknown },
  },
  SpotStrategy: {
    values: ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
    default: 'NoSpot',
    reasons: { value: listingFaults.spotStrategyUnknown },
  },
  // Of spot instances and reserved ones: neither changes what is left.
  SpotDuration: { min: 0, max: 6, deprecated: true },
  Scope: { values: ['Region', 'Zone'], deprecated: true },
  IoOptimized: { values: ['none', 'optimized'], default: 'optimized' },
  NetworkCategory: {
    values: ['vpc', 'classic'],
    default: 'vpc',
    reasons: { value: listingFaults.networkTypeUnknown },
  },
  InstanceType: { max: 64 },
  Cores: { min: 0 },
  Memory: number({ min: 0 }),
  SystemDiskCategory: category,
  DataDiskCategory: category,
} as const;

const input = overlay(model.request, fields);
type Asked = InferIn<typeof input>;

/** What each zone of the region sells, and whether any of it is left. */
export const describeAvailableResource = action.read({
  model,
  input: fields,
  output: {
    AvailableZones: {
      item: {
        fields: {
          AvailableResources: {
            item: {
              fields: {
                SupportedResources: {
                  item: { fields: each(['Min', 'Max', 'Unit'], { optional: true }) },
                },
              },
            },
          },
        },
      },
    },
  },
  handle: async (context, asked) => {
    const host = await hostOf(context, asked);
    if (needsType(asked)) throw missing('InstanceType');
    const all = zonesOfVendor('aliyun', context.region);
    const zones = all
      .filter((zone) => asked.ZoneId === undefined || asked.ZoneId === zone)
      .filter((zone) => host === undefined || host.zone === zone);
    if (zones.length === 0) throw zoneFaults.notFound();
    const AvailableZones = await availableZones(context, {
      destination: asked.DestinationResource,
      zones: isSold(asked) ? zones : [],
      charge: chargeOf(asked),
      fits: (type) => typeFits(type, asked) && (host === undefined || host.takes(type)),
    });
    return { AvailableZones };
  },
});

/** The host of the account that is asked about, and what it takes. */
async function hostOf(context: ReadContext, { DedicatedHostId: key }: Asked) {
  if (key === undefined) return undefined;
  const { zone, type: name } = await getDedicatedHost(context, { key, region: context.region });
  const type = context.cloud.catalogue.dedicatedHostType(name);
  return { zone, takes: (one: InstanceType) => type !== undefined && takes(type, one) };
}

/** The type of an instance decides which disks go with it (the page's note on the values). */
function needsType({ DestinationResource: destination, ResourceType, InstanceType }: Asked) {
  const ofInstance = destination === 'SystemDisk' || destination === 'DataDisk';
  return ofInstance && ResourceType === 'instance' && InstanceType === undefined;
}

/** The classic network, reserved instances and dedicated hosts are not sold here. */
function isSold({ NetworkCategory: network, ResourceType: type }: Asked): boolean {
  return network === 'vpc' && (type === 'instance' || type === 'disk');
}

function chargeOf({ InstanceChargeType, SpotStrategy }: Asked): string {
  if (InstanceChargeType === 'PrePaid') return 'prepaid';
  return SpotStrategy === 'NoSpot' ? 'postpaid' : 'spot';
}

/** Whether a type is one of those asked for; its size counts where types are asked for alone. */
function typeFits(type: InstanceType, asked: Asked): boolean {
  const { InstanceType: name, Cores, Memory, DestinationResource: destination } = asked;
  const taken = diskCategoriesOf(type);
  const wanted = [asked.SystemDiskCategory, asked.DataDiskCategory];
  const sized = destination === 'InstanceType';
  return (
    (name === undefined || name === type.name) &&
    isOptimized(type) === (asked.IoOptimized === 'optimized') &&
    wanted.every((one) => one === undefined || taken.includes(one)) &&
    (!sized || Cores === undefined || Cores === type.cpu) &&
    (!sized || Memory === undefined || Memory * 1024 === type.memoryMiB)
  );
}
