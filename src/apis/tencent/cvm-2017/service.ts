import { each, omitted, only, overlay } from '#wire/overlay.ts';
import { list, string, structure, time } from '#wire/builders.ts';
import { serviceOf } from '#apis/service-of.ts';
import { published as legacyCvm } from '../legacy-cvm/published.ts';
import { published as dfw } from '../legacy-dfw/published.ts';
import { published as eip } from '../legacy-eip/published.ts';
import { published as image } from '../legacy-image/published.ts';
import { published as vpc } from '../legacy-vpc/published.ts';
import { actions as cvm } from '../cvm/actions.ts';
import { actions as vpcOfToday } from '../vpc/actions.ts';
import { sameAs } from '../older-actions.ts';
import { addressShown } from '../structs/elastic-address/address-shapes.ts';
import { onlyFilters } from '../structs/filters.ts';
import { imageOf2017, imageShape } from './image/image-of-2017.ts';
import { instanceOf2017, instanceShape } from './instance/instance-of-2017.ts';
import { prepaidShape } from './instance/prepaid-shape.ts';
import { resetInput, resizeInput } from './instance/disk-inputs.ts';
import { itemPrice, pricedOf2017, pricedShape, shownOf2017 } from './price/item-price-of-2017.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

const { Filters: imageFilters } = cvm.describeImages.input.fields;
const { Filters: keyPairFilters } = cvm.describeKeyPairs.input.fields;
const { Filters: typeFilters } = cvm.describeInstanceTypeConfigs.input.fields;
const instanceFilters = onlyFilters(
  cvm.describeInstances.input.fields.Filters,
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
/** Of an image (L47221-47229). */
const olderImageTexts = { ImageName: { max: 20 }, ImageDescription: { max: 60 } } as const;
/** Sysprep is a boolean here (L47233). */
const booleanAsText = { default: 'false', pattern: /^(?:true|false)$/i } as const;
const later = 'It came later.';

const none = structure({});
/** The most that one request makes (seed 004 L48312). */
const ADDRESSES_MAX = 5;
/** L48239. */
const ADDRESS_NAME_MAX = 20;

const { Filters: addressFilters, ...addressesListed } = vpcOfToday.describeAddresses.input.fields;
/** Of an address, as the example has them (L47984), which are not those of L50540. */
const addressFields = [
  'AddressId',
  'AddressName',
  'AddressIp',
  'AddressStatus',
  'InstanceId',
  'NetworkInterfaceId',
  'PrivateAddressIp',
  'IsArrears',
  'IsBlocked',
  'CreatedTime',
] as const;

/**
 * Tencent's API of 2017 with all its hosts: what of it is implemented. Most are actions of API 3.0
 * with fewer fields; what else differs is told here, beside the line of the page in seed 004.
 */
export const tencentCvm2017 = serviceOf('tencent', {
  published,
  pages,
  actions: [
    ...Object.values(actions),

    sameAs(cvm.describeRegions),
    sameAs(cvm.describeZones),
    // L46944.
    sameAs(cvm.describeImages, {
      input: overlay(only(cvm.describeImages.input, 'ImageIds', 'Filters', 'Offset', 'Limit'), {
        Filters: onlyFilters(imageFilters, ['image-id', 'image-type', 'image-name'], {
          'image-type': {},
        }),
      }),
      output: overlay(cvm.describeImages.output, { ImageSet: { item: imageShape } }),
      shown: (shown) => ({ ...shown, ImageSet: shown.ImageSet.map(imageOf2017) }),
    }),
    // L47183: what runs is made an image while it runs.
    sameAs(cvm.createImage, {
      input: overlay(
        only(cvm.createImage.input, 'InstanceId', 'ImageName', 'ImageDescription', 'Sysprep'),
        { InstanceId: { required: true }, ...olderImageTexts, Sysprep: booleanAsText },
      ),
      output: structure({}),
      shown: () => ({}),
    }),
    // L47330.
    sameAs(cvm.deleteImages, { input: only(cvm.deleteImages.input, 'ImageIds') }),
    // L47420.
    sameAs(cvm.modifyImageAttribute, {
      input: overlay(
        only(cvm.modifyImageAttribute.input, 'ImageId', 'ImageName', 'ImageDescription'),
        olderImageTexts,
      ),
    }),
    // L47760: Account instead of AccountId.
    sameAs(cvm.describeImageSharePermission, {
      output: structure({
        SharePermissionSet: list(
          structure({ CreatedTime: time({ form: 'seconds' }), Account: string() }),
        ),
      }),
      shown: ({ SharePermissionSet: shares }) => ({
        SharePermissionSet: shares.map(({ AccountId: Account, CreatedTime }) => ({
          CreatedTime,
          Account,
        })),
      }),
    }),
    // L42800 and L50383-50411; the name of a type is no filter yet.
    sameAs(cvm.describeInstanceTypeConfigs, {
      input: overlay(cvm.describeInstanceTypeConfigs.input, {
        Filters: onlyFilters(typeFilters, ['zone', 'instance-family']),
      }),
      output: overlay(cvm.describeInstanceTypeConfigs.output, {
        InstanceTypeConfigSet: {
          item: { fields: each(['GpuType', 'GpuMemory', 'GpuCount'], omitted(later)) },
        },
      }),
    }),
    // L42339, with eight filters (L42395-42424).
    sameAs(cvm.describeInstances, {
      input: overlay(cvm.describeInstances.input, { Filters: instanceFilters }),
      output: overlay(cvm.describeInstances.output, { InstanceSet: { item: instanceShape } }),
      shown: (shown) => ({ ...shown, InstanceSet: shown.InstanceSet.map(instanceOf2017) }),
    }),
    sameAs(cvm.describeInstancesStatus),
    sameAs(cvm.startInstances),
    // L44165: ForceStop takes effect where the guest does not obey.
    sameAs(cvm.stopInstances, {
      input: overlay(only(cvm.stopInstances.input, 'InstanceIds', 'ForceStop'), {
        ForceStop: force,
      }),
    }),
    // L44381.
    sameAs(cvm.rebootInstances, {
      input: overlay(only(cvm.rebootInstances.input, 'InstanceIds', 'ForceReboot'), {
        ForceReboot: force,
      }),
    }),
    // L45241.
    sameAs(cvm.renewInstances, {
      input: overlay(only(cvm.renewInstances.input, 'InstanceIds', 'InstanceChargePrepaid'), {
        InstanceChargePrepaid: { ...prepaidShape, required: true },
      }),
    }),
    // L48903. Key pairs have no tags yet (L49126-49143, L49490-49513, L50497-50526).
    sameAs(cvm.describeKeyPairs, {
      input: overlay(cvm.describeKeyPairs.input, {
        Filters: onlyFilters(keyPairFilters, ['project-id', 'key-name']),
      }),
      output: overlay(cvm.describeKeyPairs.output, {
        KeyPairSet: { item: { fields: { Tags: omitted(later) } } },
      }),
    }),
    sameAs(cvm.createKeyPair, { input: only(cvm.createKeyPair.input, 'KeyName', 'ProjectId') }),
    sameAs(cvm.importKeyPair, {
      input: only(cvm.importKeyPair.input, 'KeyName', 'ProjectId', 'PublicKey'),
    }),
    sameAs(cvm.modifyKeyPairAttribute),
    sameAs(cvm.deleteKeyPairs),
    sameAs(cvm.associateInstancesKeyPairs),
    sameAs(cvm.disassociateInstancesKeyPairs),
    // L46225: of the attributes the name alone.
    sameAs(cvm.modifyInstancesAttribute, {
      input: only(cvm.modifyInstancesAttribute.input, 'InstanceIds', 'InstanceName'),
    }),
    sameAs(cvm.modifyInstancesRenewFlag),
    // L46337.
    sameAs(cvm.resetInstancesInternetMaxBandwidth),
    // L46824.
    sameAs(cvm.describeInstanceInternetBandwidthConfigs),
    // L44885: data disks alone.
    sameAs(cvm.resizeInstanceDisks, { input: resizeInput }),
    // L45029, with amounts as texts.
    sameAs(cvm.inquiryPriceResizeInstanceDisks, {
      input: resizeInput,
      output: pricedShape,
      shown: pricedOf2017,
    }),
    // L44658.
    sameAs(cvm.inquiryPriceResetInstance, {
      input: only(resetInput, 'InstanceId', 'ImageId', 'SystemDisk', 'LoginSettings'),
      output: pricedShape,
      shown: pricedOf2017,
    }),
    // L45363: an amount for all of it, without that of the way to the internet.
    sameAs(cvm.inquiryPriceRenewInstances, {
      input: only(cvm.inquiryPriceRenewInstances.input, 'InstanceIds', 'InstanceChargePrepaid'),
      output: pricedShape,
      shown: pricedOf2017,
    }),
    // L45639.
    sameAs(cvm.inquiryPriceResetInstancesInternetMaxBandwidth, {
      output: structure({ Price: structure({ BandwidthPrice: itemPrice }) }),
      shown: ({ Price: { BandwidthPrice } }) => ({
        Price: { BandwidthPrice: shownOf2017(BandwidthPrice) },
      }),
    }),
    // Elastic addresses have fewer fields, and no tasks.

    // L47865.
    sameAs(vpcOfToday.describeAddresses, {
      input: structure({
        ...addressesListed,
        Filters: onlyFilters(
          addressFilters,
          [
            'address-id',
            'address-name',
            'address-ip',
            'address-status',
            'instance-id',
            'private-ip-address',
            'network-interface-id',
            'is-arrears',
          ],
          {},
        ),
      }),
      output: overlay(vpcOfToday.describeAddresses.output, {
        AddressSet: list(only(addressShown, ...addressFields)),
      }),
    }),
    // L48105.
    sameAs(vpcOfToday.describeAddressQuota, {
      output: overlay(vpcOfToday.describeAddressQuota.output, {
        QuotaSet: { item: { fields: { QuotaGroup: omitted(later) } } },
      }),
    }),
    // L48200.
    sameAs(vpcOfToday.modifyAddressAttribute, {
      input: overlay(only(vpcOfToday.modifyAddressAttribute.input, 'AddressId', 'AddressName'), {
        AddressName: { required: true, max: ADDRESS_NAME_MAX },
      }),
    }),
    // L48283.
    sameAs(vpcOfToday.allocateAddresses, {
      input: overlay(only(vpcOfToday.allocateAddresses.input, 'AddressCount'), {
        AddressCount: { max: ADDRESSES_MAX },
      }),
      output: only(vpcOfToday.allocateAddresses.output, 'AddressSet'),
      shown: ({ AddressSet }) => ({ AddressSet }),
    }),
    // L48386.
    sameAs(vpcOfToday.releaseAddresses, { output: none, shown: () => ({}) }),
    // L48640.
    sameAs(vpcOfToday.disassociateAddress, { output: none, shown: () => ({}) }),
    // L48795.
    sameAs(vpcOfToday.transformAddress, { output: none, shown: () => ({}) }),
  ],
});

const olderNames: ReadonlySet<string> = new Set(
  [legacyCvm, dfw, eip, image, vpc].flatMap(({ actions }) => actions),
);

/**
 * The names by which a request without a Version is known to be of this generation: those that the
 * one before it does not have as well, with other parameters (seed 004 L50735-50960).
 */
export const namesOf2017: ReadonlySet<string> = new Set(
  published.actions.filter((name) => !olderNames.has(name)),
);
