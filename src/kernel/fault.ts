import type { Key } from './key.ts';

/**
 * What the domain says when it refuses: neutral words, translated by each vendor's side (D10).
 * `reason` is `<noun>.<what>`, for example `instance.notFound`.
 */
export class Fault extends Error {
  readonly reason: string;
  readonly detail: FaultDetail;
  /** The reason in a sentence, for a client whose vendor has no message for it. */
  readonly meaning: string | undefined;

  constructor(reason: string, detail: FaultDetail, meaning?: string) {
    super(`${reason} ${JSON.stringify(detail)}`);
    this.name = 'Fault';
    this.reason = reason;
    this.detail = detail;
    this.meaning = meaning;
  }
}

/** What a vendor's message may need: neutral keys and plain values, never a secret. */
export interface FaultDetail {
  readonly [name: string]: string | number | boolean | readonly string[] | undefined;
}

/** A detail that is a key is named like its kind: it is the vendor's id by the time it is shown. */
type KeysByKind<Detail> = {
  readonly [Name in keyof Detail]: Name extends string
    ? Key<Name> | Exclude<FaultDetail[string], string>
    : never;
};

type MakeFault = <Detail extends FaultDetail>(detail?: Detail & KeysByKind<Detail>) => Fault;

/** Why something is refused, as shapes, verbs and handlers name it: the maker of its fault. */
export interface Reason {
  readonly reason: string;
}

/** Makes the fault of a reason, to be thrown. */
export type FaultMaker = ((detail?: FaultDetail) => Fault) & Reason;

/** The faults of a noun: `instanceFaults.notFound({ key })` makes one, to be thrown. */
export type FaultMakers<Noun extends string, Names extends string> = {
  readonly [Name in Names]: MakeFault & {
    readonly reason: `${Noun}.${Name}`;
    /** What it means, and which details it has. */
    readonly meaning: string;
  };
};

/**
 * Declares the faults of a noun. `meanings` says in a sentence what each one means, and behind
 * `Detail:` what it is told with.
 */
export function defineFaults<const Noun extends string, const Names extends string>(
  noun: Noun,
  meanings: Readonly<Record<Names, string>>,
): FaultMakers<Noun, Names> {
  const makers: Record<string, unknown> = {};
  for (const [name, meaning] of Object.entries<string>(meanings)) {
    const reason = `${noun}.${name}`;
    const sentence = meaning.replace(/ Detail:.*$/, '');
    const make = (detail: FaultDetail = {}): Fault => new Fault(reason, detail, sentence);
    makers[name] = Object.assign(make, { reason, meaning });
  }
  return makers as FaultMakers<Noun, Names>;
}
