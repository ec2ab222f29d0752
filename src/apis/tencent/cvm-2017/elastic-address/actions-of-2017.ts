import { list, structure } from '#wire/builders.ts';
import { each, omitted, only, overlay } from '#wire/overlay.ts';
import { actions as vpc } from '../../vpc/actions.ts';
import { sameAs } from '../../older-actions.ts';
import { onlyFilters } from '../../structs/filters.ts';
import { addressShown } from '../../structs/elastic-address/address-shapes.ts';

const none = structure({});
/** The most that one request makes (seed 004 L48312). */
const COUNT_MAX = 5;
/** L48239. */
const NAME_MAX = 20;

const { Filters, ...listed } = vpc.describeAddresses.input.fields;
const shownFields = [
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

/** Elastic addresses as the pages of 2017 have them: fewer fields, no tasks. */
export const addressActions = [
  // L47865; of the fields those of the example (L47984), which are not those of L50540.
  sameAs(vpc.describeAddresses, {
    input: structure({
      ...listed,
      Filters: onlyFilters(
        Filters,
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
    output: overlay(vpc.describeAddresses.output, {
      AddressSet: list(only(addressShown, ...shownFields)),
    }),
  }),
  // L48105.
  sameAs(vpc.describeAddressQuota, {
    output: overlay(vpc.describeAddressQuota.output, {
      QuotaSet: { item: { fields: each(['QuotaGroup'], omitted('It came later.')) } },
    }),
  }),
  // L48200.
  sameAs(vpc.modifyAddressAttribute, {
    input: overlay(only(vpc.modifyAddressAttribute.input, 'AddressId', 'AddressName'), {
      AddressName: { required: true, max: NAME_MAX },
    }),
  }),
  // L48283.
  sameAs(vpc.allocateAddresses, {
    input: overlay(only(vpc.allocateAddresses.input, 'AddressCount'), {
      AddressCount: { max: COUNT_MAX },
    }),
    output: only(vpc.allocateAddresses.output, 'AddressSet'),
    shown: ({ AddressSet }) => ({ AddressSet }),
  }),
  // L48386.
  sameAs(vpc.releaseAddresses, { output: none, shown: () => ({}) }),
  // L48640.
  sameAs(vpc.disassociateAddress, { output: none, shown: () => ({}) }),
  // L48795.
  sameAs(vpc.transformAddress, { output: none, shown: () => ({}) }),
];
