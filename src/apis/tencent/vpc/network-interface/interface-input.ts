import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import type { NewAddress } from '#resources/network-interface/addresses.ts';
import type { AddressQuality } from '#resources/network-interface/network-interface.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { omitted } from '#wire/overlay.ts';
import { vpcId, vpcIds } from '../listing.ts';

/** NetworkInterfaceId of an operation on one, and InstanceId of what it is attached to. */
export const interfaceMeant = { ...vpcId('network-interface'), required: true } as const;
export const instanceMeant = { ...vpcId('instance'), required: true } as const;
export const instanceNamed = vpcId('instance');

/** Of an operation on several: a hundred at most. */
export const interfacesMeant = { ...vpcIds('network-interface'), required: true } as const;
export const groupsMeant = { ...vpcIds('security-group'), required: true } as const;
export const groupsNamed = vpcIds('security-group');

/** How many security groups one interface may be in, as an instance (seed 004 L8695). */
export const groupsMax = 5;

/** The most addresses that the vendor's largest types have (product/576/18527). */
export const addressesMax = 30;

export const clientToken = {
  empty: 'absent',
  max: 64,
  pattern: /^[ -~]*$/,
} as const;

const CHARACTERS_MAX = 60;

export const interfaceName = {
  max: CHARACTERS_MAX,
  reasons: { length: networkInterfaceFaults.nameTooLong, empty: networkInterfaceFaults.empty },
} as const;

export const interfaceDescription = {
  max: CHARACTERS_MAX,
  reasons: { length: networkInterfaceFaults.descriptionTooLong },
} as const;

/** A name is measured in bytes. @throws network-interface.nameTooLong */
export function requireNameFits(name: string | undefined): void {
  if (name === undefined || Buffer.byteLength(name) <= CHARACTERS_MAX) return;
  throw networkInterfaceFaults.nameTooLong({
    message: `NetworkInterfaceName has ${CHARACTERS_MAX} bytes at most.`,
  });
}

const qualities = { PT: 'gold', AU: 'silver', AG: 'bronze', DEFAULT: null } as const;
type QualityWord = keyof typeof qualities;
const qualityWords = Object.keys(qualities) as readonly QualityWord[];

export const qualityAsked = { values: qualityWords } as const;

/** What a promise of quality is called. */
export function qualityWord(quality: AddressQuality): QualityWord {
  return qualityWords.find((word) => qualities[word] === quality) ?? 'DEFAULT';
}

/** What is meant by a word for it; null where none is given. */
export function qualityOf(word: QualityWord | undefined): AddressQuality {
  return word === undefined ? null : qualities[word];
}

const shownOnly = omitted('an answer alone tells it');

/** PrivateIpAddresses: ten at most. */
export const addressesGiven = {
  max: 10,
  reasons: { count: listingFaults.tooManyIds },
  item: {
    fields: {
      Description: { max: CHARACTERS_MAX, reasons: interfaceDescription.reasons },
      QosLevel: qualityAsked,
      PublicIpAddress: shownOnly,
      AddressId: shownOnly,
      IsWanIpBlocked: shownOnly,
      State: shownOnly,
    },
  },
} as const;

export const addressCount = { min: 0, max: 1_000 } as const;

interface AddressGiven {
  readonly PrivateIpAddress?: string | undefined;
  readonly Primary?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly QosLevel?: QualityWord | undefined;
}

/** Addresses as they are given; which one is said to be the first one. @throws Fault */
export function readAddresses(given: readonly AddressGiven[] = []): {
  readonly primary: NewAddress | undefined;
  readonly addresses: readonly NewAddress[];
} {
  const seen = new Set<number>();
  let primary: NewAddress | undefined;
  const addresses: NewAddress[] = [];
  for (const { PrivateIpAddress: text, Primary, Description: note, QosLevel } of given) {
    const address = addressOf(text);
    if (seen.has(address)) throw networkInterfaceFaults.addressTwice();
    seen.add(address);
    const one = { address, note: note ?? null, quality: qualityOf(QosLevel) };
    if (Primary !== true) addresses.push(one);
    else if (primary === undefined) primary = one;
    else throw networkInterfaceFaults.primaryTwice();
  }
  return { primary, addresses };
}

/** @throws network-interface.addressMissing, or addressMalformed where it is no IPv4 address */
export function addressOf(text: string | undefined): number {
  if (text === undefined || text === '') throw networkInterfaceFaults.addressMissing();
  const address = parseAddress(text);
  if (address === undefined) throw networkInterfaceFaults.addressMalformed();
  return address;
}

/** What is asked for that interfaces here are not. @throws network-interface.kindNotHere */
export function requirePlainKind(asked: {
  readonly AttachType?: number | undefined;
  readonly IsRdma?: boolean | undefined;
  readonly TrunkingFlag?: string | undefined;
}): void {
  const { AttachType = 0, IsRdma = false, TrunkingFlag = 'Disable' } = asked;
  const [what] = [
    ...(AttachType === 0 ? [] : ['AttachType 1']),
    ...(IsRdma ? ['IsRdma'] : []),
    ...(TrunkingFlag === 'Disable' ? [] : ['TrunkingFlag']),
  ];
  if (what === undefined) return;
  throw networkInterfaceFaults.kindNotHere({ message: `${what}: no interface here is so.` });
}

export const attachType = { values: [0, 1] } as const;
export const trunkingFlag = { values: ['Enable', 'Disable'] } as const;
