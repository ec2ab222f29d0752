import { zoneFaults } from '#resources/zone/faults.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import type { InferInput } from '#wire/infer.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import {
  runInstancesInput,
  type RunInstancesInput,
} from '../../../structs/instance/launch-input.ts';
import { imageTypes } from '../../../legacy-image/image/image-types.ts';
import {
  imageOf,
  type LaunchContext,
  launchRequestOf as launchOfToday,
} from '../../../structs/instance/launch-request.ts';
import { olderLaunch } from '../../../structs/instance/older-launch.ts';
import { disksOf } from './disks.ts';
import type { launchFields } from './launch-fields.ts';
import { networkOf } from './network.ts';
import { typeOf } from './type-of.ts';

/** What the two launching actions do not have in common. */
export interface Launch {
  readonly asked: InferInput<typeof launchFields>;
  /** A neutral zone; undefined for any. */
  readonly zone: string | undefined;
  readonly internet: NonNullable<RunInstancesInput['InternetAccessible']>['InternetChargeType'];
  /** For how long they are paid in advance; undefined: paid by use. */
  readonly months: number | undefined;
  /** Of the system disk's size, where it is not the launch's. */
  readonly rootStepGiB?: number;
}

/** A launch in neutral words: as one of API 3.0, in whose words it is put first. @throws Fault */
export async function launchRequestOf(
  context: LaunchContext,
  launch: Launch,
): Promise<LaunchRequest> {
  const { asked, months, rootStepGiB } = launch;
  const zones = zonesOf(context.region, launch.zone);
  const image = await imageOf(context, asked.imageId);
  if (asked.imageType !== imageTypes[image.visibility]) {
    throw imageFaults.notFound({ image: image.key });
  }
  const { freeGiB, ...disks } = disksOf({ ...asked, osFamily: image.osFamily, rootStepGiB });
  const today = withDefaults(runInstancesInput, {
    InstanceChargeType: months === undefined ? 'POSTPAID_BY_HOUR' : 'PREPAID',
    // The page has no word for renewing by itself.
    InstanceChargePrepaid: months === undefined ? undefined : { Period: months },
    Placement: { Zone: zones[0] ?? '', ProjectId: asked.projectId },
    InstanceType: typeOf(asked),
    ImageId: asked.imageId,
    ...disks,
    InternetAccessible: {
      InternetChargeType: launch.internet,
      InternetMaxBandwidthOut: asked.bandwidth,
      // There is an address where there is bandwidth (seed 004 L52730-52733).
      PublicIpAssigned: asked.bandwidth > 0 && asked.wanIp !== 0,
    },
    InstanceCount: asked.goodsNum,
    InstanceName: asked.instanceName,
    LoginSettings: {
      Password: asked.password,
      KeyIds: asked.keyId === undefined ? [] : [asked.keyId],
    },
  });
  const request = await launchOfToday(context, today, olderLaunch);
  const own = asked.isVpcGateway === 1 ? { AsVpcGateway: true } : {};
  const systemDisk = { ...request.systemDisk, sizeGiBDefault: freeGiB };
  return { ...request, zones, network: networkOf(asked), systemDisk, own };
}

/** The zone asked for; without one the first of the region (L52695) that has them to sell. */
function zonesOf(region: string, asked: string | undefined): readonly string[] {
  const zones = zonesOfVendor('tencent', region);
  if (asked === undefined || zones.includes(asked)) return asked === undefined ? zones : [asked];
  throw zoneFaults.notInRegion({ message: 'The region has no zone of that zoneId.' });
}
