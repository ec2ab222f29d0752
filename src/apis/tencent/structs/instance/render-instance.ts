import { uuidOf } from '#kernel/ids.ts';
import type { InstanceDisk } from '#resources/disk/disk.ts';
import type { Instance } from '#resources/instance/instance.ts';
import type { NamedKeyPair } from '#resources/key-pair/links.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import type { Tag } from '#resources/tag/tag.ts';
import type { InferOut } from '#wire/infer.ts';
import { shownTags } from '../tag/tags.ts';
import type { ReadContext } from '../../../context.ts';
import { publicSystemOf, systemOf } from '#resources/image/system.ts';
import { publicImageWords } from '#catalogue/tencent/images.ts';
import { localName } from '#catalogue/tencent/regions.ts';
import { renderDataDisk, renderSystemDisk } from './render-disk.ts';
import type { instanceShape } from './instance-shapes.ts';
import type { Metadata } from './metadata.ts';
import { ownOf } from './own.ts';
import {
  chargeTypes,
  internetChargeTypes,
  isolationWords,
  operationStateWords,
  operationWords,
  renewals,
  stateWords,
} from './words.ts';

type Rendered = InferOut<typeof instanceShape>;

/** InstanceName where none was given (seed 004 L8728). */
export const defaultInstanceName = '未命名';

const SSH_PORT = 22;
const REMOTE_DESKTOP_PORT = 3389;
const none: readonly never[] = [];

export interface Belongings {
  /** The system disk first. */
  readonly disks: readonly InstanceDisk[];
  readonly tags: readonly Tag[];
  readonly securityGroups: readonly string[];
  readonly metadata?: Metadata | undefined;
  readonly keyPairs: readonly NamedKeyPair[];
  readonly otherAddresses: readonly number[];
  readonly ipv6Addresses: readonly string[];
}

/** An instance as DescribeInstances shows it; field by field, since many are shown at a time. */
export function renderInstance(
  context: Pick<ReadContext, 'cloud' | 'language'>,
  instance: Instance,
  { disks, tags, securityGroups, keyPairs, metadata, ...held }: Belongings,
): Rendered {
  const { privateAddress, publicAddress, operation, operationState } = instance;
  const { prepaid, isolatedBy, internet } = instance;
  const addresses = addressesShown(privateAddress, held.otherAddresses);
  const own = ownOf(instance);
  const system = runningIn(context, instance);
  return {
    Placement: placementOf(instance),
    InstanceId: instance.key,
    InstanceType: instance.type,
    CPU: instance.cpu,
    Memory: Math.ceil(instance.memoryMiB / 1024),
    RestrictState: restrictState(isolatedBy),
    InstanceName: instance.name ?? defaultInstanceName,
    InstanceChargeType: chargeTypes.words[instance.chargeType],
    SystemDisk: renderSystemDisk(disks[0]),
    DataDisks: disks.slice(1).map(renderDataDisk),
    PrivateIpAddresses: addresses,
    PublicIpAddresses: publicAddress === null ? null : [formatAddress(publicAddress)],
    InternetAccessible: {
      InternetChargeType: internetChargeTypes.words[internet.chargeType],
      InternetMaxBandwidthOut: internet.outMbps,
      PublicIpAssigned: publicAddress !== null,
    },
    VirtualPrivateCloud: {
      VpcId: instance.vpc,
      SubnetId: instance.subnet,
      AsVpcGateway: own.AsVpcGateway ?? false,
      PrivateIpAddresses: addresses,
      Ipv6AddressCount: held.ipv6Addresses.length,
    },
    ImageId: instance.image,
    RenewFlag: prepaid === null ? null : renewals.words[prepaid.renewal],
    CreatedTime: instance.createdAt,
    ExpiredTime: instance.expiresAt,
    OsName: system.OsName,
    SecurityGroupIds: securityGroups,
    LoginSettings: { KeyIds: keyPairs.length === 0 ? null : keyPairs.map(({ key }) => key) },
    InstanceState: stateWords[instance.state].state,
    Tags: shownTags(tags),
    StopChargingMode: stopChargingMode(instance),
    Uuid: uuidOf('instance', instance.key),
    LatestOperation: operation === null ? null : operationWords[operation],
    LatestOperationState: operationState === null ? null : operationStateWords[operationState],
    LatestOperationRequestId: instance.operationRequest,
    DisasterRecoverGroupId: instance.placementGroup ?? '',
    ...groupsOf(instance),
    IPv6Addresses: held.ipv6Addresses.length === 0 ? null : held.ipv6Addresses,
    CamRoleName: instance.role ?? '',
    HpcClusterId: instance.hpcCluster ?? '',
    RdmaIpAddresses: none,
    DedicatedClusterId: '',
    IsolatedSource: isolatedBy === null ? 'NOTISOLATED' : isolationWords[isolatedBy],
    LicenseType: 'TencentCloud',
    DisableApiTermination: instance.protected,
    LatestOperationErrorMsg: instance.operationError,
    HostName: instance.hostName ?? '',
    EnableJumboFrame: false,
    DefaultLoginUser: system.DefaultLoginUser,
    DefaultLoginPort: system.DefaultLoginPort,
    GPUInfo: system.GPUInfo,
    Metadata: metadata,
    CpuTopology: own.CpuTopology,
  };
}

/** Which host it is on that others share is no business of the user. */
function placementOf({ zone, project, dedicatedHost }: Instance) {
  return { Zone: zone, ProjectId: project, HostIds: none, HostId: dedicatedHost ?? '' };
}

/** Those of its primary interface, the first one first. */
function addressesShown(first: number | null, others: readonly number[]): readonly string[] {
  if (first === null) return none;
  return others.length === 0 ? [formatAddress(first)] : [first, ...others].map(formatAddress);
}

type Shown = Pick<Rendered, 'OsName' | 'DefaultLoginUser' | 'DefaultLoginPort' | 'GPUInfo'>;

/** What follows from the image, which only the other vendor may show, and from the type. */
function runningIn(
  { cloud, language }: Pick<ReadContext, 'cloud' | 'language'>,
  instance: Instance,
): Shown {
  const image = systemOf(cloud.catalogue, instance);
  const words = publicImageWords(publicSystemOf(instance));
  const gpu = cloud.catalogue.instanceType(instance.type)?.gpu ?? null;
  return {
    OsName: words === undefined ? (image?.osName ?? '') : localName(words.name, language),
    DefaultLoginUser: words?.loginUser ?? image?.loginUser ?? 'root',
    DefaultLoginPort: image?.osFamily === 'windows' ? REMOTE_DESKTOP_PORT : SSH_PORT,
    GPUInfo: gpu === null ? undefined : { GPUCount: gpu.cards, GPUId: none, GPUType: gpu.model },
  };
}

/** EXPIRED is one whose time is up; who returns an instance is not restricted (L36966-36974). */
function restrictState(isolatedBy: Instance['isolatedBy']): string {
  return isolatedBy === 'expiry' || isolatedBy === 'arrears' ? 'EXPIRED' : 'NORMAL';
}

/** Of a stopped instance that may be kept without charge; no other has a mode (L37079-37090). */
function stopChargingMode({ state, chargeType, stopMode }: Instance): string {
  const eligible = chargeType === 'postpaid' || chargeType === 'spot';
  if (state !== 'stopped' || !eligible) return 'NOT_APPLICABLE';
  return stopMode === 'stop-charging' ? 'STOP_CHARGING' : 'KEEP_CHARGING';
}

/** Today's list of groups, and the part of the one there is; left out where there is none. */
function groupsOf({ placementGroup, placementPart }: Instance) {
  if (placementGroup === null) return {};
  return {
    DisasterRecoverGroupIds: [placementGroup],
    ...(placementPart !== null && { PartitionNumber: placementPart }),
  };
}
