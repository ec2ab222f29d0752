// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-runinstances
// Seed 001 L1; what today's SDK has besides is tagged so.
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { action } from '#apis/context.ts';
import { number } from '#wire/builders.ts';
import { orderOf } from '../../order-id.ts';
import { releaseTimeOf } from './auto-release-time.ts';
import { launchRun } from './launch/launch-run.ts';
import { presetRun } from './launch/preset-run.ts';
import { type RunAsked, runGiven } from './launch/run-fields.ts';
import * as model from '../models/run-instances.ts';

export const runInstances = action.write({
  model,
  input: runGiven,
  output: { OrderId: { optional: true }, TradePrice: number({ optional: true }) },
  handle: async (context, given) => {
    const asked = await presetRun(context, given);
    const bought = await launchRun(context, asked, releaseAtOf(asked, context.now));
    return { InstanceIdSets: bought.keys, ...orderOf(bought) };
  },
});

/** Half an hour to three years from now, for what is paid by use (seed 001 L150). */
function releaseAtOf(
  { AutoReleaseTime: text, InstanceChargeType }: RunAsked,
  now: number,
): number | null {
  if (text === undefined) return null;
  if (InstanceChargeType !== 'PostPaid') throw launchFaults.releaseTimeMalformed();
  return releaseTimeOf(text, now);
}
