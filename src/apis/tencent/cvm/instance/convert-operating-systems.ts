// https://www.tencentcloud.com/document/product/213/64972 (seed 004 L28270)
import { action } from '#apis/context.ts';
import type { System } from '#resources/image/system.ts';
import { conversionFaults } from '#resources/instance/conversion-faults.ts';
import { convertSystems, requireConvertible } from '#resources/instance/verbs/convert-systems.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/convert-operating-systems.ts';

const TARGET = 'TencentOS';
/** The version of it that each version of CentOS becomes; the sample has the first. */
const versions: Readonly<Record<string, string>> = { 7: '2.4', 8: '3.1' };
const TASKS = 90_000_000;
const FIRST_TASK = 10_000_000;

/** Makes TencentOS of the CentOS that instances run, or says with DryRun what it would become. */
export const convertOperatingSystems = action.write({
  model,
  // It asks for an answer of its own, and not for a refusal that says that all is well.
  dryRun: undefined,
  input: {
    InstanceIds: instanceIdsMeant,
    MinimalConversion: { deprecated: true },
    DryRun: { default: false },
    TargetOSType: {
      values: [TARGET],
      default: TARGET,
      reasons: { value: conversionFaults.targetUnknown },
    },
  },
  rules: [someInstanceIds],
  output: { SupportTargetOSList: { optional: true } },
  handle: async (context, { InstanceIds: keys, DryRun, TargetOSType }) => {
    const asked = { keys, region: context.region, becomes };
    if (DryRun) {
      const found = await requireConvertible(context, asked);
      const names = new Set(found.map(({ system }) => versionIn(system.osName)));
      const SupportTargetOSList = [...names].map((TargetOSVersion) => ({
        TargetOSType,
        TargetOSVersion,
      }));
      return { SupportTargetOSList, TaskId: '' };
    }
    await convertSystems(context, asked);
    // No action asks for it.
    return { TaskId: String(FIRST_TASK + context.cloud.random.integer(TASKS)) };
  },
});

/** What a system becomes: CentOS 7 and 8 alone are converted. */
function becomes(system: Omit<System, 'base'>): System | undefined {
  const [, major = ''] = /CentOS\D*(\d+)/.exec(system.osName) ?? [];
  const version = versions[major];
  if (version === undefined) return undefined;
  const osName = `TencentOS Server ${version} 64bit`;
  return { ...system, osName, platform: TARGET, base: null };
}

function versionIn(osName: string): string {
  return /\d+\.\d+/.exec(osName)?.[0] ?? '';
}
