import { launchFaults } from '#resources/instance/launch-faults.ts';
import { hostFaults } from '#resources/host/faults.ts';
import type { WriteContext } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { Image } from '#resources/image/image.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import { findImageSeen } from '../../structs/image/seen-images.ts';
import type { InstanceOwn } from '../../structs/instance/own.ts';
import { prepaidOf } from '../../structs/instance/prepaid-shape.ts';
import { networkOf } from '../../structs/instance/network.ts';
import { tencentTypeSource } from '../../structs/instance-type/catalogue.ts';
import { requireTypeForm } from '../../structs/instance-type/type-name.ts';
import { requireZone } from '../../structs/region/zones.ts';
import { disksOf } from './disks.ts';
import { internetOf } from './internet.ts';
import { loginOf } from './login.ts';
import type { RunInstancesInput } from './run-instances-input.ts';

/** Bytes of an InstanceName (L43164). */
const NAME_BYTES_MAX = 60;

/** A RunInstances of 2017 in neutral words. @throws Fault */
export function launchRequestOf(context: WriteContext, input: RunInstancesInput): LaunchRequest {
  const { region } = context;
  const { InstanceCount: count, InstanceType: type, InstanceName: name, Placement } = input;
  const isPrepaid = input.InstanceChargeType === 'PREPAID';
  const image = imageOf(context, input.ImageId);
  requireTypeForm(type);
  requireZone(Placement.Zone, region);
  const inVpc = input.VirtualPrivateCloud;
  const network = networkOf(inVpc && { ...inVpc, Ipv6AddressCount: 0 }, count);
  if ((Placement.HostIds ?? []).length > 0) {
    throw hostFaults.notFound({ message: 'The dedicated host does not exist.' });
  }
  return {
    launchedBy: tencentTypeSource.catalogue,
    region,
    zones: [Placement.Zone],
    types: [type],
    image: image.key,
    count,
    countMin: count,
    network,
    // Without a group "all ports are open" (L43180-43186).
    securityGroups: input.SecurityGroupIds ?? [],
    chargeType: isPrepaid ? 'prepaid' : 'postpaid',
    prepaid:
      isPrepaid && input.InstanceChargePrepaid !== undefined
        ? prepaidOf(input.InstanceChargePrepaid)
        : null,
    spot: null,
    ...disksOf(input),
    ...internetOf(input.InternetAccessible),
    login: loginOf(input.LoginSettings, image),
    names: namesOf(name),
    hostNames: null,
    description: null,
    tags: [],
    project: Placement.ProjectId,
    userData: null,
    protected: false,
    releaseAt: null,
    start: true,
    own: { ...ownOf(input) },
  };
}

/** An image of the other vendor alone does not exist here. @throws image.notFound */
function imageOf({ cloud }: WriteContext, key: string): Image {
  const image = findImageSeen(cloud.catalogue, key);
  if (image !== undefined) return image;
  throw imageFaults.notFound({ image: key });
}

/** One name for all: only API 3.0 counts them (L8742). */
function namesOf(name: string | undefined): LaunchRequest['names'] {
  if (name === undefined) return null;
  if (Buffer.byteLength(name, 'utf8') <= NAME_BYTES_MAX) return { pattern: [name] };
  const message = `An InstanceName has at most ${NAME_BYTES_MAX} bytes.`;
  throw launchFaults.nameTooLong({ message });
}

function ownOf({ VirtualPrivateCloud, EnhancedService }: RunInstancesInput): InstanceOwn {
  return {
    ...(VirtualPrivateCloud?.AsVpcGateway === true && { AsVpcGateway: true }),
    ...(EnhancedService !== undefined && { EnhancedService }),
  };
}
