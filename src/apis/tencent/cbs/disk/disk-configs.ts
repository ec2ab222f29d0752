import type { ReadContext } from '#apis/context.ts';
import {
  dataDiskGiB,
  dataDiskStepGiB,
  systemDiskGiB,
  type DiskType,
} from '#catalogue/tencent/disks.ts';
import { offeredIn, tencentInstanceTypes } from '#catalogue/tencent/types.ts';
import { soldOutZones, stockReader } from '#resources/instance/stock.ts';
import { diskLine } from '#resources/price/lines.ts';
import { hourlyPrice, termPrice } from '#resources/price/price.ts';
import { shownPrice } from './shown-price.ts';

const allUsages = ['SYSTEM_DISK', 'DATA_DISK'] as const;
const allCharges = ['PREPAID', 'POSTPAID_BY_HOUR'] as const;
type Usage = (typeof allUsages)[number];
type Charge = (typeof allCharges)[number];

interface ConfigsAsked {
  readonly zones: readonly string[];
  /** Whether disks are asked for together with instances, of which the next three tell. */
  readonly withInstances: boolean;
  readonly families: readonly string[] | undefined;
  readonly cpu: number | undefined;
  readonly memoryGiB: number | undefined;
  readonly types: readonly DiskType[];
  readonly usages: readonly Usage[] | undefined;
  readonly charges: readonly Charge[] | undefined;
}

/** DiskConfigSet: a disk of each type, use and way of paying, in each zone and with each family. */
export async function diskConfigs(context: ReadContext, asked: ConfigsAsked) {
  const soldOut = await soldOutZones(context, 'tencent', asked.zones);
  const available = asked.withInstances
    ? await familiesOf(context, asked)
    : () => [{ family: null, hasStock: true }];
  // A disk by itself is a data disk.
  const usages = asked.usages ?? (asked.withInstances ? allUsages : (['DATA_DISK'] as const));
  const sold = usages.filter((usage) => asked.withInstances || usage === 'DATA_DISK');
  const disks = sold.flatMap((usage) =>
    asked.types.flatMap((type) =>
      (asked.charges ?? allCharges).map((charge) => ({
        charge,
        config: configOf(context, { type, usage, charge }),
      })),
    ),
  );
  return asked.zones.flatMap((Zone) =>
    disks.flatMap(({ charge, config }) =>
      available(Zone, charge).map(({ family, hasStock }) => ({
        ...config,
        Zone,
        InstanceFamily: family,
        Available: hasStock && !soldOut.has(Zone),
      })),
    ),
  );
}

/** The families whose types fit, and whether one of those types is left in a zone. */
async function familiesOf(context: ReadContext, { families, cpu, memoryGiB }: ConfigsAsked) {
  const stockLeft = await stockReader(context);
  const types = tencentInstanceTypes().filter(
    (type) =>
      families?.includes(type.family) !== false &&
      (cpu === undefined || type.cpu === cpu) &&
      (memoryGiB === undefined || type.memoryMiB === memoryGiB * 1024),
  );
  const byFamily = [...Map.groupBy(types, ({ family }) => family)];
  return (zone: string, charge: Charge) =>
    byFamily.flatMap(([family, those]) => {
      const offered = those.filter((type) => offeredIn(type, zone));
      const paid = charge === 'PREPAID' ? 'prepaid' : 'postpaid';
      const hasStock = offered.some(({ name }) => {
        return stockLeft({ zone, type: name, charge: paid }, 1).count > 0;
      });
      return offered.length === 0 ? [] : [{ family, hasStock }];
    });
}

interface DiskAsked {
  readonly type: DiskType;
  readonly usage: Usage;
  readonly charge: Charge;
}

/** One disk, priced at its least size. */
function configOf(context: ReadContext, { type, usage, charge }: DiskAsked) {
  const isSystem = usage === 'SYSTEM_DISK';
  const [min, max] = isSystem ? [systemDiskGiB.min, systemDiskGiB.max] : dataDiskGiB[type];
  const line = diskLine(context, { category: type, doc: {}, sizeGiB: min }, 1);
  const priced = { region: context.region, lines: [line] };
  const price =
    charge === 'PREPAID'
      ? termPrice(context, priced, { period: 1, unit: 'month' })
      : hourlyPrice(context, priced);
  return {
    DiskChargeType: charge,
    DiskType: type,
    DiskUsage: usage,
    MinDiskSize: min,
    MaxDiskSize: max,
    StepSize: isSystem ? 1 : dataDiskStepGiB,
    ExtraPerformanceRange: null,
    DeviceClass: null,
    Price: shownPrice(price),
  };
}
