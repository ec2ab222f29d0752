import { accountFlagFaults } from '#resources/account-flag/faults.ts';
import { isFlagged } from '#resources/account-flag/flags.ts';
import type { ReadScope } from '#resources/scope.ts';
import type { RunInstancesInput } from './launch-input.ts';

/**
 * Refuses a launch into a dedicated cluster of an account that an operator has said to have some:
 * none is paid for in another way than its own, and no subnet is of one (seed 000 L469, L508).
 * @throws account-flag.clusterCharge, account-flag.clusterSubnet
 */
export async function refuseInCluster(
  scope: Pick<ReadScope, 'db' | 'account'>,
  { DedicatedClusterId, InstanceChargeType }: RunInstancesInput,
): Promise<void> {
  if (DedicatedClusterId === undefined) return;
  if (!(await isFlagged(scope, 'dedicated-clusters'))) return;
  const isOfClusters = InstanceChargeType === 'CDCPAID';
  throw isOfClusters ? accountFlagFaults.clusterSubnet() : accountFlagFaults.clusterCharge();
}
