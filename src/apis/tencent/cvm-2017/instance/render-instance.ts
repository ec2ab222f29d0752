import type { InferOut } from '#wire/infer.ts';
import type { instanceShape as shapeToday } from '../../structs/instance/instance-shapes.ts';
import type { instanceShape } from './instance-shape.ts';

type Today = InferOut<typeof shapeToday>;
type Rendered = InferOut<typeof instanceShape>;

/** An instance of API 3.0 as the DescribeInstances of 2017 shows it. */
export function renderInstance(today: Today): Rendered {
  const { InternetAccessible: internet, VirtualPrivateCloud: network, RenewFlag } = today;
  return {
    ...today,
    SystemDisk: renderDisk(today.SystemDisk),
    DataDisks: today.DataDisks.map(renderDisk),
    PublicIpAddresses: today.PublicIpAddresses ?? [],
    InternetAccessible: { ...internet, PublicIpAssigned: truth(internet.PublicIpAssigned) },
    VirtualPrivateCloud: { ...network, AsVpcGateway: truth(network.AsVpcGateway) },
    RenewFlag: RenewFlag ?? undefined,
  };
}

function renderDisk({
  DiskType,
  DiskId,
  DiskSize,
}: Today['SystemDisk'] | Today['DataDisks'][number]): Rendered['SystemDisk'] {
  return { DiskType, DiskId: DiskType.startsWith('LOCAL_') ? undefined : DiskId, DiskSize };
}

function truth(value: boolean): 'TRUE' | 'FALSE' {
  return value ? 'TRUE' : 'FALSE';
}
