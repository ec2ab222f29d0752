import { prefixListFaults as faults } from '#resources/prefix-list/faults.ts';

/** A letter or a Chinese character first; not the names that the vendor keeps for itself. */
const NAME = /^(?!https?:\/\/|com\.aliyun|com\.alibabacloud)[\p{Script=Han}A-Za-z][\p{L}\d:_.-]+$/u;
const NO_ADDRESS = /^(?!https?:\/\/)/;

/** What creating a prefix list and changing it take alike. */
export const prefixListFields = {
  PrefixListName: { min: 2, max: 128, pattern: NAME, reasons: faults.nameMalformed },
  Description: { min: 2, max: 256, pattern: NO_ADDRESS, reasons: faults.descriptionMalformed },
} as const;

/** Up to two hundred entries of a request. */
export const givenEntries = {
  max: 200,
  reasons: { count: faults.tooManyEntries },
  item: {
    fields: {
      Cidr: { required: true, max: 64, reasons: { length: faults.entryMalformed } },
      Description: {
        min: 2,
        max: 32,
        pattern: NO_ADDRESS,
        reasons: faults.entryDescriptionMalformed,
      },
    },
  },
} as const;

interface GivenEntry {
  readonly Cidr: string;
  readonly Description?: string | undefined;
}

/** Entries as the domain has them. */
export function entriesOf(given: readonly GivenEntry[] = []) {
  return given.map(({ Cidr: cidr, Description: description = '' }) => ({ cidr, description }));
}

/** What the vendor calls the families of addresses. */
export const families = { IPv4: 'ipv4', IPv6: 'ipv6' } as const;
export const familyNames = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

/** AddressFamily of an input. */
export const addressFamily = {
  values: Object.keys(families) as ReadonlyArray<keyof typeof families>,
  reasons: { value: faults.familyUnknown },
} as const;
