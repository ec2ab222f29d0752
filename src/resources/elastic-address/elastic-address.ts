import type { Key } from '#kernel/key.ts';
import type { InternetAccess } from '../instance/instance.ts';

/** An elastic address stays its account's; an ordinary one comes and goes with its instance. */
export type AddressKind = 'ordinary' | 'elastic';

/** What an address is bound to; an instance by the primary address of its primary interface. */
export type AddressHolder =
  | { readonly kind: 'instance'; readonly key: Key<'instance'> }
  | {
      readonly kind: 'network-interface';
      readonly key: Key<'network-interface'>;
      readonly privateAddress: number;
    }
  | { readonly kind: 'nat-gateway'; readonly key: Key<'nat-gateway'> }
  | { readonly kind: 'ha-vip'; readonly key: Key<'ha-vip'> };

export type HolderKind = AddressHolder['kind'];

export interface AddressInternet {
  readonly chargeType: InternetAccess['chargeType'];
  readonly outMbps: number;
}

/** Paid in advance: months, and what becomes of it at their end. */
export interface AddressPrepaid {
  readonly months: number;
  readonly renewal: 'auto' | 'manual' | 'off';
}

/** A public address as the domain sees it. Times are cloud milliseconds. */
export interface ElasticAddress {
  readonly seq: number;
  readonly key: Key<'elastic-address'>;
  readonly account: string;
  readonly region: string;
  readonly address: number;
  readonly kind: AddressKind;
  readonly holder: AddressHolder | null;
  /** When it was last bound or unbound. */
  readonly boundAt: number | null;
  readonly name: string | null;
  readonly description: string | null;
  /** Null of an ordinary one, whose bandwidth is its instance's. */
  readonly internet: AddressInternet | null;
  readonly package: Key<'bandwidth-package'> | null;
  readonly prepaid: AddressPrepaid | null;
  readonly expiresAt: number | null;
  /** The day of the month on which it was first to expire; shorter months do not move it. */
  readonly renewalDay: number | null;
  readonly resourceGroup: string | null;
  readonly protected: boolean;
  /** What one vendor alone knows of it, in that vendor's words. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly version: number;
}
