import { each, omitted, only, overlay } from '#wire/overlay.ts';
import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { describeImages } from '../cvm/image/describe-images.ts';
import { describeInstanceTypeConfigs } from '../cvm/instance-type/describe-instance-type-configs.ts';
import { describeInstances } from '../cvm/instance/describe-instances.ts';
import { describeInstancesStatus } from '../cvm/instance/describe-instances-status.ts';
import { modifyInstancesAttribute } from '../cvm/instance/modify-instances-attribute.ts';
import { modifyInstancesRenewFlag } from '../cvm/instance/modify-instances-renew-flag.ts';
import { rebootInstances } from '../cvm/instance/reboot-instances.ts';
import { renewInstances } from '../cvm/instance/renew-instances.ts';
import { startInstances } from '../cvm/instance/start-instances.ts';
import { stopInstances } from '../cvm/instance/stop-instances.ts';
import { associateInstancesKeyPairs } from '../cvm/key-pair/associate-instances-key-pairs.ts';
import { createKeyPair } from '../cvm/key-pair/create-key-pair.ts';
import { deleteKeyPairs } from '../cvm/key-pair/delete-key-pairs.ts';
import { describeKeyPairs } from '../cvm/key-pair/describe-key-pairs.ts';
import { disassociateInstancesKeyPairs } from '../cvm/key-pair/disassociate-instances-key-pairs.ts';
import { importKeyPair } from '../cvm/key-pair/import-key-pair.ts';
import { modifyKeyPairAttribute } from '../cvm/key-pair/modify-key-pair-attribute.ts';
import { describeRegions } from '../cvm/region/describe-regions.ts';
import { describeZones } from '../cvm/region/describe-zones.ts';
import { published as cvm } from '../legacy-cvm/published.ts';
import { published as dfw } from '../legacy-dfw/published.ts';
import { published as eip } from '../legacy-eip/published.ts';
import { published as image } from '../legacy-image/published.ts';
import { published as vpc } from '../legacy-vpc/published.ts';
import { sameAs } from '../older-actions.ts';
import { onlyFilters } from '../structs/filters.ts';
import { imageOf2017, imageShape } from './image/image-of-2017.ts';
import { instanceOf2017, instanceShape } from './instance/instance-of-2017.ts';
import { modifyInstancesProject } from './instance/modify-instances-project.ts';
import { prepaidShape } from './instance/prepaid-shape.ts';
import { resetInstancesPassword } from './instance/reset-instances-password.ts';
import { runInstances } from './instance/run-instances.ts';
import { terminateInstances } from './instance/terminate-instances.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

const { Filters: imageFilters } = describeImages.input.fields;
const { Filters: keyPairFilters } = describeKeyPairs.input.fields;
const { Filters: typeFilters } = describeInstanceTypeConfigs.input.fields;
const instanceFilters = onlyFilters(
  describeInstances.input.fields.Filters,
  [
    'zone',
    'project-id',
    'host-id',
    'instance-id',
    'instance-name',
    'instance-charge-type',
    'private-ip-address',
    'public-ip-address',
  ],
  { 'instance-charge-type': { values: ['PREPAID', 'POSTPAID_BY_HOUR', 'CDHPAID'] } },
);
const force = { default: false } as const;
const later = 'It came later.';

/**
 * Tencent's API of 2017 with all its hosts: what of it is implemented. Most are actions of API 3.0
 * with fewer fields; what else differs is told here, beside the line of the page in seed 004.
 */
export const tencentCvm2017: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [
    sameAs(describeRegions),
    sameAs(describeZones),
    // L46944.
    sameAs(describeImages, {
      input: overlay(only(describeImages.input, 'ImageIds', 'Filters', 'Offset', 'Limit'), {
        Filters: onlyFilters(imageFilters, ['image-id', 'image-type', 'image-name'], {
          'image-type': {},
        }),
      }),
      output: overlay(describeImages.output, { ImageSet: { item: imageShape } }),
      shown: (shown) => ({ ...shown, ImageSet: shown.ImageSet.map(imageOf2017) }),
    }),
    // L42800 and L50383-50411; the name of a type is no filter yet.
    sameAs(describeInstanceTypeConfigs, {
      input: overlay(describeInstanceTypeConfigs.input, {
        Filters: onlyFilters(typeFilters, ['zone', 'instance-family']),
      }),
      output: overlay(describeInstanceTypeConfigs.output, {
        InstanceTypeConfigSet: {
          item: { fields: each(['GpuType', 'GpuMemory', 'GpuCount'], omitted(later)) },
        },
      }),
    }),
    runInstances,
    // L42339, with eight filters (L42395-42424).
    sameAs(describeInstances, {
      input: overlay(describeInstances.input, { Filters: instanceFilters }),
      output: overlay(describeInstances.output, { InstanceSet: { item: instanceShape } }),
      shown: (shown) => ({ ...shown, InstanceSet: shown.InstanceSet.map(instanceOf2017) }),
    }),
    sameAs(describeInstancesStatus),
    sameAs(startInstances),
    // L44165: ForceStop takes effect where the guest does not obey.
    sameAs(stopInstances, {
      input: overlay(only(stopInstances.input, 'InstanceIds', 'ForceStop'), { ForceStop: force }),
    }),
    // L44381.
    sameAs(rebootInstances, {
      input: overlay(only(rebootInstances.input, 'InstanceIds', 'ForceReboot'), {
        ForceReboot: force,
      }),
    }),
    terminateInstances,
    // L45241.
    sameAs(renewInstances, {
      input: overlay(only(renewInstances.input, 'InstanceIds', 'InstanceChargePrepaid'), {
        InstanceChargePrepaid: { ...prepaidShape, required: true },
      }),
    }),
    // L48903. Key pairs have no tags yet (L49126-49143, L49490-49513, L50497-50526).
    sameAs(describeKeyPairs, {
      input: overlay(describeKeyPairs.input, {
        Filters: onlyFilters(keyPairFilters, ['project-id', 'key-name']),
      }),
      output: overlay(describeKeyPairs.output, {
        KeyPairSet: { item: { fields: { Tags: omitted(later) } } },
      }),
    }),
    sameAs(createKeyPair, { input: only(createKeyPair.input, 'KeyName', 'ProjectId') }),
    sameAs(importKeyPair, {
      input: only(importKeyPair.input, 'KeyName', 'ProjectId', 'PublicKey'),
    }),
    sameAs(modifyKeyPairAttribute),
    sameAs(deleteKeyPairs),
    sameAs(associateInstancesKeyPairs),
    sameAs(disassociateInstancesKeyPairs),
    // L46225: of the attributes the name alone.
    sameAs(modifyInstancesAttribute, {
      input: only(modifyInstancesAttribute.input, 'InstanceIds', 'InstanceName'),
    }),
    resetInstancesPassword,
    modifyInstancesProject,
    sameAs(modifyInstancesRenewFlag),
  ],
};

const olderNames: ReadonlySet<string> = new Set(
  [cvm, dfw, eip, image, vpc].flatMap(({ actions }) => actions),
);

/**
 * The names by which a request without a Version is known to be of this generation: those that the
 * one before it does not have as well, with other parameters (seed 004 L50735-50960).
 */
export const namesOf2017: ReadonlySet<string> = new Set(
  published.actions.filter((name) => !olderNames.has(name)),
);
