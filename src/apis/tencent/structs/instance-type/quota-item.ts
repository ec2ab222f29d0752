import { familyWords } from '#catalogue/tencent/types.ts';
import { frequencyOf } from '#catalogue/tencent/type-words.ts';
import { localName } from '#catalogue/tencent/regions.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { Availability } from '#resources/instance/availability.ts';
import { overlay } from '#wire/overlay.ts';
import { instanceTypeQuotaItem } from '../../cvm/models/instance-type-quota-item.ts';
import { itemPriceOf } from '../price/item-price.ts';
import type { TypePrice } from '../price/type-prices.ts';
import { soldOutReason } from './faults.ts';

/** InstanceTypeQuotaItem (struct text of seed 004, L37462-37606). No type has what is optional. */
export const quotaItemShape = overlay(instanceTypeQuotaItem, {
  Externals: {
    fields: {
      ReleaseAddress: { optional: true },
      UnsupportNetworks: { optional: true },
      StorageBlockAttr: { optional: true },
    },
  },
});

interface Offered {
  readonly zone: string;
  readonly type: InstanceType;
  readonly language: 'en-US' | 'zh-CN';
  readonly availability: Availability;
}

/** A type in a zone, paid in one way: what it is, what it costs, whether it is left. */
export function quotaItem(
  { zone, type, language, availability }: Offered,
  { charge, name, price }: TypePrice,
) {
  const left = availability({ zone, type: type.name, charge }, ENOUGH);
  const isLeft = left.count > 0;
  const words = familyWords(type.family);
  return {
    Zone: zone,
    InstanceType: type.name,
    InstanceChargeType: name,
    NetworkCard: 0,
    Externals: {},
    Cpu: type.cpu,
    Memory: Math.ceil(type.memoryMiB / 1024),
    InstanceFamily: type.family,
    TypeName: words === undefined ? type.family : localName(words, language),
    LocalDiskTypeList: localDisksOf(type),
    Status: isLeft ? 'SELL' : 'SOLD_OUT',
    Price: itemPriceOf(price),
    SoldOutReason: isLeft ? '' : soldOutReason(left.limits, charge),
    InstanceBandwidth: type.network.mbps / 1000,
    InstancePps: Math.round(type.network.packetsPerSecond / 10_000),
    StorageBlockAmount: type.localDisks?.kind === 'hdd' ? type.localDisks.count : 0,
    CpuType: type.processor,
    Gpu: Math.ceil(type.gpu?.cards ?? 0),
    Fpga: type.fpgas,
    Remark: '',
    GpuCount: type.gpu?.cards ?? 0,
    Frequency: frequencyOf(type),
    StatusCategory: categoryOf(left.count),
  };
}

/** From how many left the stock is called so; the page has no numbers: ours. */
const ENOUGH = 100;
const NORMAL = 10;

/** StatusCategory (L37593-37606). */
function categoryOf(left: number): string {
  if (left >= ENOUGH) return 'EnoughStock';
  if (left >= NORMAL) return 'NormalStock';
  return left > 0 ? 'UnderStock' : 'WithoutStock';
}

/** The disks that come with a type; none can be chosen beside them (L37522, L38168-38200). */
function localDisksOf({ localDisks }: InstanceType) {
  if (localDisks === null) return [];
  const { kind, sizeGiB } = localDisks;
  const Type = kind === 'ssd' ? 'LOCAL_SSD' : 'LOCAL_BASIC';
  const size = { MinSize: sizeGiB, MaxSize: sizeGiB };
  return [{ Type, PartitionType: 'DATA', ...size, Required: 'REQUIRED' }];
}
