import type { ArrearsRule } from './instance/arrears-rule.ts';
import type { Random } from '#kernel/random.ts';
import type { RsaKeys } from '#kernel/rsa-key.ts';
import type { HostReport, Stock, StockQuery } from '#drivers/driver.ts';
import type { DriverConsoles } from '#drivers/console.ts';
import type { NetworkBlock } from '#drivers/network.ts';
import type { Ability } from '#drivers/storage.ts';
import type { Configuration } from './configuration.ts';
import type { PriceBook } from '#pricing/price-book.ts';
import type { DedicatedHostType } from './dedicated-host/dedicated-host-type.ts';
import type { DiskKind } from './disk/disk-kind.ts';
import type { Image } from './image/image.ts';
import type { InstanceType } from './instance-type/instance-type.ts';
import type { Sealer } from './account/sealer.ts';

/** What every use case of one cloud may need besides the store: all of it injected at boot. */
export interface Cloud {
  readonly configuration: Configuration;
  readonly random: Random;
  /** Makes RSA keys, which no seed can. */
  readonly rsaKeys: RsaKeys;
  readonly catalogue: Catalogue;
  /** Encrypts what is kept secret: passwords, inbox bodies, secrets of access keys (D27). */
  readonly sealer: Sealer;
  readonly supply: Supply;
  readonly prices: PriceBook;
}

/** What the machines underneath can carry, as the driver knows it right now: no waiting. */
export interface Supply {
  /** The hosts of a zone; their free room is kept in the store. */
  hosts(zone: string): readonly HostReport[];
  /** Whether any host of a zone is up; without one nothing can be launched there. */
  isUp(zone: string): boolean;
  /** The limits a launch of this kind falls under; none where nothing was configured. */
  stock(query: StockQuery): readonly Stock[];
  /** Why no machine can have addresses of a block; undefined where they can. */
  networkRefusal(block: NetworkBlock): string | undefined;
  /** Why the machines cannot do something; undefined where they can. */
  lacks(ability: Ability): string | undefined;
  /** A spot price that an operator has pinned, in percent of the listed one. */
  spotPercent?(place: { readonly type: string; readonly zone: string }): number | undefined;
  /** What machines write on their consoles; to be asked outside of transactions. */
  readonly consoles: DriverConsoles;
  /** Addresses that machines of others have there; none where there are no others. */
  addressesInUse?(): ReadonlySet<number>;
}

/** What is on offer: data of the vendors, in neutral words. */
export interface Catalogue {
  instanceType(name: string): InstanceType | undefined;
  dedicatedHostType(name: string): DedicatedHostType | undefined;
  /** A public image that can be launched, by its neutral key. */
  image(key: string): Image | undefined;
  /** Images that an operator brought: public besides those of the vendors. */
  imported(): ReadonlyArray<Image & { readonly name: string }>;
  /** Whether new instances of a type are sold in a zone at all. */
  sells(type: InstanceType, zone: string): boolean;
  /** What kind of disk a vendor's word for it means, with its level of performance. */
  diskKind(category: string, level: string | undefined): DiskKind;
  /** The id of an instance as that catalogue's vendor writes it: a host name may hold it. */
  instanceId(catalogue: string, key: string): string;
  /** What becomes of what was launched through it and is not paid for. */
  arrearsRule(catalogue: string): ArrearsRule;
  /** Whether those who launch through that catalogue's vendor find the whole zone sold out. */
  zoneSoldOut(catalogue: string, zone: string): boolean;
}
