import type { WriteContext } from '#apis/context.ts';
import { buyLaunch, type Bought } from '#resources/instance/verbs/launch.ts';
import { launchInterfaces } from './interfaces.ts';
import { launchRequestOf } from './launch-request.ts';
import { primaryNetwork } from './primary-network.ts';
import { refuseRun, type RunAsked } from './run-fields.ts';

/**
 * Launches what a request of RunInstances asks for, after what its template presets. `releaseAt` is
 * when the instances go by themselves; null for never.
 */
export async function launchRun(
  context: WriteContext,
  asked: RunAsked,
  releaseAt: number | null,
): Promise<Bought> {
  refuseRun(asked);
  const { Amount, MinAmount } = asked;
  const request = await launchRequestOf(context, {
    asked,
    count: Amount,
    countMin: MinAmount ?? Amount,
    uniqueSuffix: asked.UniqueSuffix,
    hostNames: asked.HostNames ?? [],
    network: primaryNetwork(asked),
    interfaces: launchInterfaces(asked),
    renewalPeriodDefault: 1,
    releaseAt,
    start: true,
    own: {
      Isp: asked.Isp,
      PtpStatus: asked.ClockOptions?.PtpStatus,
      CpuOptions: asked.CpuOptions,
      PrivateDnsNameOptions: asked.PrivateDnsNameOptions,
    },
  });
  return buyLaunch(context, request);
}
