import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { cpuTopology } from '../../cvm/models/cpu-topology.ts';
import type { enhancedService } from '../../cvm/models/enhanced-service.ts';
import type { InferIn } from '#wire/infer.ts';
import type { Metadata } from './metadata.ts';
import type { InstanceOwn } from './own.ts';
import { userDataIssue } from './user-data.ts';

interface Extras {
  readonly EnhancedService: InferIn<typeof enhancedService> | undefined;
  readonly Metadata: Metadata | undefined;
  readonly CpuTopology: InferIn<typeof cpuTopology> | undefined;
  readonly AsVpcGateway: boolean | undefined;
}

/** What Tencent alone knows of the instances. @throws Fault where it cannot be */
export function launchOwnOf(
  { EnhancedService, Metadata, CpuTopology, AsVpcGateway }: Extras,
  type: InstanceType | undefined,
): InstanceOwn {
  const topology = cpuTopologyOf(CpuTopology, type);
  return {
    ...(EnhancedService !== undefined && { EnhancedService }),
    ...(Metadata !== undefined && { HasMetadata: true as const }),
    ...(topology !== undefined && { CpuTopology: topology }),
    ...(AsVpcGateway === true && { AsVpcGateway }),
  };
}

/** Both or neither; one thread or two; as many cores as the type's vCPUs make of it at most. */
function cpuTopologyOf(
  asked: InferIn<typeof cpuTopology> | undefined,
  type: InstanceType | undefined,
): InstanceOwn['CpuTopology'] {
  const { CoreCount, ThreadPerCore } = asked ?? {};
  if (CoreCount === undefined && ThreadPerCore === undefined) return undefined;
  if (CoreCount === undefined || ThreadPerCore === undefined) throw launchFaults.coresIncomplete();
  if (ThreadPerCore !== 1 && ThreadPerCore !== 2) throw launchFaults.threadsNotAllowed();
  const fits = type === undefined || CoreCount * ThreadPerCore <= type.cpu;
  if (CoreCount >= 1 && fits) return { CoreCount, ThreadPerCore };
  throw launchFaults.coresNotAllowed();
}

/** UserData as it is kept. @throws Fault where it is no Base64, or too long (L8849) */
export function userDataOf(asked: string | undefined): string | null {
  if (asked === undefined) return null;
  const issue = userDataIssue(asked);
  if (issue === undefined) return asked;
  throw issue === 'notBase64'
    ? launchFaults.userDataMalformed({ message: 'UserData must be Base64.' })
    : launchFaults.userDataTooLarge({ message: 'UserData has at most 16 KB.' });
}
