import { zoneFaults } from '#resources/zone/faults.ts';
import type { WriteContext } from '#apis/context.ts';
import type { Image } from '#resources/image/image.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { InternetAccess, Prepaid } from '#resources/instance/instance.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import type { InferInput } from '#wire/infer.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { findImageSeen } from '../../../structs/image/seen-images.ts';
import type { InstanceOwn } from '../../../structs/instance/own.ts';
import { tencentTypeSource } from '../../../structs/instance-type/catalogue.ts';
import { disksOf } from './disks.ts';
import type { launchFields } from './launch-fields.ts';
import { loginOf } from './login.ts';
import { internetOf, networkOf } from './network.ts';
import { typeOf } from './type-of.ts';

const PUBLIC_IMAGE = 2;

/** What the two launching actions do not have in common. */
export interface Launch {
  readonly asked: InferInput<typeof launchFields>;
  /** A neutral zone; undefined for any. */
  readonly zone: string | undefined;
  readonly internet: InternetAccess['chargeType'];
  /** Null: paid by use. */
  readonly prepaid: Prepaid | null;
}

/** A launch in neutral words. @throws Fault */
export function launchRequestOf(context: WriteContext, launch: Launch): LaunchRequest {
  const { asked, prepaid } = launch;
  const { region } = context;
  const image = imageOf(context, asked);
  const { instanceName: name, goodsNum: count } = asked;
  const own: InstanceOwn = asked.isVpcGateway === 1 ? { AsVpcGateway: true } : {};
  return {
    launchedBy: tencentTypeSource.catalogue,
    region,
    zones: zonesOf(region, launch.zone),
    types: [typeOf(asked)],
    image: image.key,
    count,
    countMin: count,
    network: networkOf(asked),
    // "All ports are open" (seed 004 L52656): these pages take no security group.
    securityGroups: [],
    chargeType: prepaid === null ? 'postpaid' : 'prepaid',
    prepaid,
    spot: null,
    ...disksOf(asked, image),
    ...internetOf(asked, launch.internet),
    login: loginOf(asked, image),
    names: name === undefined ? null : { pattern: [name] },
    hostNames: null,
    description: null,
    tags: [],
    project: asked.projectId,
    userData: null,
    protected: false,
    releaseAt: null,
    start: true,
    own: { ...own },
  };
}

/** There are public images alone; one of the other vendor's does not exist here. */
function imageOf({ cloud }: WriteContext, { imageId, imageType }: Launch['asked']): Image {
  const image = findImageSeen(cloud.catalogue, imageId);
  if (image !== undefined && imageType === PUBLIC_IMAGE) return image;
  throw imageFaults.notFound({ image: imageId });
}

/** The zone asked for; without one the first of the region (L52695) that has them to sell. */
function zonesOf(region: string, asked: string | undefined): readonly string[] {
  const zones = zonesOfVendor('tencent', region);
  if (asked === undefined || zones.includes(asked)) return asked === undefined ? zones : [asked];
  throw zoneFaults.notInRegion({ message: 'The region has no zone of that zoneId.' });
}
