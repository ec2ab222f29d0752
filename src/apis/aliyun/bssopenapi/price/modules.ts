import { aliyunDiskKind } from '#catalogue/aliyun/disks.ts';
import { aliyunTypeSource } from '#catalogue/aliyun/types.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { bandwidthLine, diskLine, machineLines, trafficLine } from '#resources/price/lines.ts';
import { findRegion } from '#resources/region/region.ts';
import { string } from '#wire/builders.ts';
import type { ReadContext } from '../../../context.ts';

/** ModuleList: 1 to 50 of them (today's SDK). */
export const moduleList = {
  min: 1,
  max: 50,
  item: {
    fields: {
      ModuleCode: string({ required: true, max: 64 }),
      Config: string({ required: true, max: 1_024 }),
    },
  },
} as const;

/** ProductCode and ProductType: of what is sold here there is one. */
export const productAsked = {
  ProductCode: { max: 64 },
  ProductType: { max: 64 },
} as const;

/** @throws price.notSoldHere where it is not ECS */
export function requireEcs(product: string, type: string | undefined): void {
  if (product === 'ecs' && (type === undefined || type === 'ecs')) return;
  throw priceFaults.notSoldHere({ message: 'The only product with prices here is ecs.' });
}

/** The region to price in; none has the prices of most. @throws price.malformed */
export function regionOf(asked: string | undefined, { region }: ReadContext): string {
  if (asked === undefined || findRegion(asked) !== undefined) return asked ?? region;
  throw priceFaults.malformed({ message: 'Region is no region.' });
}

type Config = ReadonlyMap<string, string>;

/** `AA:aa,BB:bb`. @throws price.malformed */
function configOf(text: string): Config {
  const pairs = text.split(',').map((pair): [string, string] => {
    const at = pair.indexOf(':');
    if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    throw priceFaults.malformed({ message: 'A Config is AA:aa,BB:bb.' });
  });
  return new Map(pairs);
}

type Reader = (context: ReadContext, config: Config, count: number) => Lines;
type Lines = ReadonlyArray<
  | ReturnType<typeof machineLines>[number]
  | ReturnType<typeof diskLine>
  | ReturnType<typeof bandwidthLine>
  | ReturnType<typeof trafficLine>
>;

/** What each pricing module of ECS comes to; those that say nothing of a price to nothing. */
const readers: Readonly<Record<string, Reader>> = {
  InstanceType({ cloud }, config, count) {
    const name = config.get('InstanceType') ?? '';
    const type = cloud.catalogue.instanceType(name);
    if (type?.catalogue === aliyunTypeSource.catalogue) return machineLines(type, count);
    throw instanceTypeFaults.notFound({ type: name });
  },
  SystemDisk: diskOf('SystemDisk'),
  DataDisk: diskOf('DataDisk'),
  InternetMaxBandwidthOut(_context, config, count) {
    if (config.get('InternetMaxBandwidthOut.IsFlowType') === FLOW) return [];
    // In Kbps, 1,024 of which are one Mbps.
    const kbps = wholeOf(config, 'InternetMaxBandwidthOut');
    return [bandwidthLine(Math.ceil(kbps / 1_024), count)];
  },
  InternetTrafficOut: () => [trafficLine(1)],
  ImageOs: () => [],
  Region: () => [],
  ZoneId: () => [],
};

/** The IsFlowType of what is paid by traffic. */
const FLOW = '1';

function diskOf(module: 'SystemDisk' | 'DataDisk'): Reader {
  return (context, config, count) => {
    const category = config.get(`${module}.Category`) ?? '';
    const performanceLevel = config.get(`${module}.PerformanceLevel`);
    const doc = performanceLevel === undefined ? {} : { performanceLevel };
    if (aliyunDiskKind(category, performanceLevel) === undefined) {
      const message = `${module}.Category and its PerformanceLevel are no kind of disk.`;
      throw priceFaults.malformed({ message });
    }
    return [
      diskLine(context, { category, doc, sizeGiB: wholeOf(config, `${module}.Size`) }, count),
    ];
  };
}

/** @throws price.malformed */
function wholeOf(config: Config, name: string): number {
  const text = config.get(name) ?? '';
  if (/^\d{1,8}$/.test(text)) return Number(text);
  throw priceFaults.malformed({ message: `${name} is no whole number.` });
}

/** The lines of one module. @throws price.notSoldHere, price.malformed, instance-type.notFound */
export function linesOf(
  context: ReadContext,
  { ModuleCode, Config }: { readonly ModuleCode: string; readonly Config: string },
  count: number,
): Lines {
  const read = Object.hasOwn(readers, ModuleCode) ? readers[ModuleCode] : undefined;
  if (read !== undefined) return read(context, configOf(Config), count);
  const codes = Object.keys(readers).join(', ');
  const message = `There is no pricing module of that code; use ${codes}.`;
  throw priceFaults.notSoldHere({ message });
}
