import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { shareBack } from '../../order/verbs/share-back.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeAddress } from '../change.ts';
import type { AddressInternet, AddressPrepaid } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { payMonths } from '../pay.ts';
import { requireAddress } from '../require.ts';
import { addressExpiryTarget } from '../targets.ts';
import { termOf } from '../term.ts';
import { scheduleAddressExpiry } from '../workflows/expire.ts';
import { requireBandwidth, type BandwidthLimits } from './change-bandwidth.ts';

export interface ChargeTypeRequest {
  readonly region: string | null;
  readonly key: Key<'elastic-address'>;
  readonly internet: AddressInternet;
  readonly prepaid: AddressPrepaid | null;
  readonly outMbpsMax: BandwidthLimits;
  /** How often a vendor lets it be changed. */
  readonly changesMax: number;
}

/** Pays for an elastic address in another way; one of a package is charged with that. */
export const changeChargeType = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.ordinary,
    elasticAddressFaults.chargeTypeFixed,
    elasticAddressFaults.chargeTypeSame,
    elasticAddressFaults.chargeTypeChanges,
    elasticAddressFaults.bandwidthOutOfRange,
    elasticAddressFaults.periodNotSold,
    payMonths,
    shareBack,
  ],
  async (scope: Scope, request: ChargeTypeRequest): Promise<void> => {
    const { region, key, internet, prepaid, changesMax: limit } = request;
    const address = await requireAddress(scope, key, region);
    const detail = { 'elastic-address': key };
    if (address.internet === null) throw elasticAddressFaults.ordinary(detail);
    const { chargeType } = address.internet;
    if (chargeType === 'bandwidth-package') throw elasticAddressFaults.chargeTypeFixed(detail);
    if (chargeType === internet.chargeType) throw elasticAddressFaults.chargeTypeSame(detail);
    const changes = Number(address.own['chargeTypeChanges'] ?? 0);
    if (changes >= limit) throw elasticAddressFaults.chargeTypeChanges({ ...detail, limit });
    requireBandwidth(internet, request.outMbpsMax);
    if (address.expiresAt !== null) await cancelWorkflows(scope.db, [addressExpiryTarget(key)]);
    const changed = await changeAddress(scope.db, address, {
      internet,
      prepaid,
      ...termOf(scope.now, prepaid),
      own: { ...address.own, chargeTypeChanges: changes + 1 },
    });
    await scheduleAddressExpiry(scope, changed);
    const kind = 'change-charge-type';
    if (prepaid !== null) {
      await payMonths(scope, [changed], { kind, months: prepaid.months, from: scope.now });
    } else if (address.prepaid !== null) {
      await shareBack(scope, { of: 'elastic-address', keys: [key], kind });
    }
  },
);
