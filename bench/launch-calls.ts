import type { Context } from './context.ts';
import type { DataSet } from './data-sets.ts';
import { startProduct } from './product.ts';
import { ask, type Call, launched } from './requests.ts';

/** The zone of the free subnets of every data set. */
export const launchZone = 'ap-guangzhou-6';

/** A launch as a user would write it, into one of the free subnets. */
export function runInstances(set: DataSet, count: number, round = 0): Call {
  const subnet = set.freeSubnets[round % set.freeSubnets.length] ?? '';
  return {
    action: 'RunInstances',
    parameters: {
      Placement: { Zone: launchZone },
      ImageId: `img-${launched.image}`,
      InstanceType: launched.type,
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      SystemDisk: { DiskType: launched.category, DiskSize: launched.diskGiB },
      VirtualPrivateCloud: { VpcId: `vpc-${set.vpc}`, SubnetId: `subnet-${subnet}` },
      InstanceName: 'bench',
      InstanceCount: count,
    },
  };
}

/**
 * The answer to a launch, and a directory with the rows that it wrote, all of them: its machines
 * take so long to boot that the workflow is not over.
 */
export async function sampleLaunch(
  context: Context,
  set: DataSet,
  count: number,
): Promise<{ readonly directory: string; readonly instances: number; readonly answer: string }> {
  const directory = set.copy();
  const server = await startProduct(context, directory, { YUNTAI_SIMULATOR_BOOT_MS: '600000' });
  const answer = await ask(server.port, runInstances(set, count));
  await server.stop();
  return { directory, instances: count, answer };
}
