import { uuidOf } from '#kernel/ids.ts';
import type { InstanceDisk } from '#resources/disk/disk.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import type { InferOut } from '#wire/infer.ts';
import { instantText } from '#wire/instants.ts';
import type { ReadContext } from '../../../context.ts';
import { publicSystemOf, systemOf } from '#resources/image/system.ts';
import { publicImageWords } from '#catalogue/tencent/images.ts';
import { ownOf } from '../../structs/instance/own.ts';
import { defaultInstanceName } from '../../structs/instance/render-instance.ts';
import { zoneNameOf } from '../region/zone-name.ts';
import type { legacyInstanceShape } from './instance-shape.ts';
import {
  diskTypeNumber,
  networkPayModeWords,
  payModeWords,
  renewalNumbers,
  statusOf,
} from './words.ts';

type Rendered = InferOut<typeof legacyInstanceShape>;

/** deadlineTime of what is paid by use (seed 004 L52304). */
const NEVER = '0000-00-00 00:00';
/** imageType (L52495): there are no others yet. */
const PUBLIC_IMAGE = '公有镜像';

/** An instance as the legacy DescribeInstances shows it; the system disk stands first. */
export function renderLegacyInstance(
  { cloud }: Pick<ReadContext, 'cloud'>,
  instance: Instance,
  disks: readonly InstanceDisk[],
): Rendered {
  const { key, internet, prepaid, privateAddress, publicAddress, expiresAt } = instance;
  const words = publicImageWords(publicSystemOf(instance));
  return {
    instanceName: instance.name ?? defaultInstanceName,
    unInstanceId: key,
    instanceId: key,
    uuid: uuidOf('instance', key),
    lanIp: privateAddress === null ? '' : formatAddress(privateAddress),
    wanIpSet: publicAddress === null ? [] : [formatAddress(publicAddress)],
    cpu: instance.cpu,
    mem: Math.ceil(instance.memoryMiB / 1024),
    bandwidth: internet.outMbps,
    unImgId: instance.image,
    imageId: instance.image,
    imageType: PUBLIC_IMAGE,
    os: words?.name.zh ?? systemOf(cloud.catalogue, instance)?.osName ?? '',
    status: statusOf(instance),
    Region: instance.region,
    zoneId: instance.zone,
    zoneName: zoneNameOf(instance.zone),
    createTime: instance.createdAt,
    deadlineTime: expiresAt === null ? NEVER : instantText(expiresAt, 'china'),
    autoRenew: prepaid === null ? 0 : renewalNumbers[prepaid.renewal],
    projectId: instance.project,
    cvmPayMode: payModeWords[instance.chargeType],
    networkPayMode: networkPayModeWords[internet.chargeType],
    vpcId: instance.vpc,
    subnetId: instance.subnet,
    isVpcGateway: ownOf(instance).AsVpcGateway === true ? 1 : 0,
    diskInfo: diskInfoOf(disks),
  };
}

/** There is room for one data disk; one that failed to launch has given its disks back. */
function diskInfoOf([root, storage]: readonly InstanceDisk[]): Rendered['diskInfo'] {
  const system = {
    rootId: root?.key,
    rootSize: root?.sizeGiB ?? 0,
    rootType: diskTypeNumber(root?.category ?? ''),
  };
  if (storage === undefined) return system;
  return {
    storageId: storage.key,
    storageType: diskTypeNumber(storage.category),
    storageSize: storage.sizeGiB,
    ...system,
  };
}
