import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { mix } from '#kernel/ids.ts';
import type { Catalogue } from '#resources/cloud.ts';
import type { DedicatedHost } from '#resources/dedicated-host/dedicated-host.ts';
import type { DedicatedHostType } from '#resources/dedicated-host/dedicated-host-type.ts';
import type { RoomyHost } from '#resources/dedicated-host/room.ts';
import type { Hosted } from '#resources/dedicated-host/usage.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { maintenanceActions } from './host-fields.ts';
import { statusOf } from './words.ts';

/** ExpiredTime of what does not expire, as the page shows it. */
const NEVER = '2999-09-08T16:00Z';
const MONTHS_A_YEAR = 12;

/** A host as DescribeDedicatedHosts shows it, whoever bought it. */
export function renderHost(
  { host, room }: RoomyHost,
  {
    catalogue,
    instances,
    tags,
  }: {
    readonly catalogue: Catalogue;
    readonly instances: readonly Hosted[];
    readonly tags: readonly Tag[];
  },
) {
  const type = catalogue.dedicatedHostType(host.type);
  return {
    DedicatedHostId: host.key,
    DedicatedHostName: host.name ?? '',
    DedicatedHostType: host.type,
    DedicatedHostClusterId: host.cluster ?? '',
    Description: host.description ?? '',
    RegionId: host.region,
    ZoneId: host.zone,
    ResourceGroupId: host.resourceGroup ?? '',
    Status: statusOf({ host, room }),
    MachineId: machineId(host),
    ActionOnMaintenance: maintenanceActions.words[host.maintenanceAction],
    AutoPlacement: host.autoPlacement ? 'on' : 'off',
    CpuOverCommitRatio: host.cpuPercent / 100,
    ...contract(host),
    ...machine(type),
    Capacity: {
      TotalVcpus: room.cpu,
      AvailableVcpus: Math.max(room.cpuFree, 0),
      TotalMemory: room.memoryMiB / 1024,
      AvailableMemory: Math.max(room.memoryMiBFree, 0) / 1024,
      TotalVgpus: 0,
      AvailableVgpus: 0,
      TotalLocalStorage: 0,
      AvailableLocalStorage: 0,
      LocalStorageCategory: '',
    },
    NetworkAttributes: {
      ...(host.udpTimeout !== null && { UdpTimeout: host.udpTimeout }),
      ...(host.slbUdpTimeout !== null && { SlbUdpTimeout: host.slbUdpTimeout }),
    },
    Instances: instances.map(({ key, type: name }) => ({ InstanceId: key, InstanceType: name })),
    Tags: tags.map(({ name, value }) => ({ TagKey: name, TagValue: value })),
  };
}

function contract(host: DedicatedHost) {
  const { prepaid, expiresAt, releaseAt, state, createdAt } = host;
  const cycle = prepaid !== null && prepaid.period % MONTHS_A_YEAR === 0 ? 'Year' : 'Month';
  return {
    ChargeType: prepaid === null ? 'PostPaid' : 'PrePaid',
    SaleCycle: prepaid === null ? '' : cycle,
    CreationTime: createdAt,
    ExpiredTime: expiresAt === null ? NEVER : instantText(expiresAt, 'minutes'),
    AutoReleaseTime: releaseAt === null ? '' : instantText(releaseAt, 'minutes'),
    OperationLocks: state === 'expired' ? [{ LockReason: 'financial' }] : [],
  };
}

/** What follows from the type. */
export function machine(type: DedicatedHostType | undefined) {
  const families = type?.families ?? [];
  return {
    Sockets: type?.sockets ?? 0,
    Cores: type?.cores ?? 0,
    PhysicalGpus: 0,
    GPUSpec: '',
    SupportedInstanceTypeFamilies: families,
    SupportedInstanceTypesList: typesOf(families),
    SupportedCustomInstanceTypeFamilies: [],
  };
}

/** The instance types of some families. */
export function typesOf(families: readonly string[]): readonly string[] {
  return aliyunInstanceTypes()
    .filter(({ family }) => families.includes(family))
    .map(({ name }) => name);
}

const DIGITS = 8;

/** Stays as long as the host is on the same server. */
function machineId({ key, moves }: DedicatedHost): string {
  const part = (seed: number): string =>
    mix(`${key}:${moves}`, seed).toString(16).padStart(DIGITS, '0');
  return [1, 2, 3, 4].map(part).join('');
}
