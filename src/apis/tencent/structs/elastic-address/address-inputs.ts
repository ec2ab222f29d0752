import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { AddressPrepaid } from '#resources/elastic-address/elastic-address.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { id, list, string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { addressChargePrepaid as prepaidModel } from '../../vpc/models/address-charge-prepaid.ts';
import { renewals } from './words.ts';

const addressId = id('elastic-address', { reasons: { malformed: elasticAddressFaults.malformed } });

/** AddressId of an action on one. */
export const addressIdMeant = { ...addressId, required: true } as const;

/** The most addresses that one request names; the pages leave it open. */
const ADDRESSES_MAX = 100;

/** AddressIds of an action on some. */
export const addressIdsMeant = list(addressId, {
  required: true,
  min: 1,
  max: ADDRESSES_MAX,
  reasons: { count: listingFaults.tooManyIds },
});

/** What an address is to be bound to, read by `targetOf`. */
export const targetFields = {
  InstanceId: id('instance', { empty: 'absent', reasons: { malformed: instanceFaults.malformed } }),
  NetworkInterfaceId: id('network-interface', {
    empty: 'absent',
    reasons: { malformed: networkInterfaceFaults.malformed },
  }),
  PrivateIpAddress: string({ max: 64, empty: 'absent' }),
} as const;

/** A name: 128 letters, digits, Chinese characters, `-` and `_`, without blanks. */
export const addressName = {
  max: 128,
  pattern: /^[-\w\p{Script=Han}.]*$/u,
  empty: 'kept',
  reasons: {
    length: elasticAddressFaults.nameTooLong,
    pattern: elasticAddressFaults.nameMalformed,
  },
} as const;

/** AddressChargePrepaid: months, and by default it renews itself. */
export const prepaidAsked = overlay(prepaidModel, {
  Period: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36] },
  AutoRenewFlag: { values: [0, 1, 2], default: 1 },
});

/** The months of AddressChargePrepaid, and what becomes of the address at their end. */
export function prepaidOf({ Period, AutoRenewFlag }: InferIn<typeof prepaidAsked>): AddressPrepaid {
  return { months: Period, renewal: renewals[AutoRenewFlag] ?? 'auto' };
}
