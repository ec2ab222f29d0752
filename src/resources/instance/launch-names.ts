/**
 * A part of a name: a text, a number that counts up from instance to instance (with zeros in front
 * up to `digitsMin` digits), or what only the finished instance has.
 */
export type NamePart = string | Counter | { readonly own: keyof OwnTexts };

interface Counter {
  readonly from: number;
  readonly digitsMin: number;
}

/** How the names of a launch are made, as data: one pattern for all, or a name for each. */
export type LaunchNames = NamePattern | { readonly each: readonly string[] };

export interface NamePattern {
  readonly pattern: readonly NamePart[];
}

/** What an instance has of its own that a name may hold. */
export interface OwnTexts {
  /** Its private address, in dotted decimal. */
  readonly address: string;
  /** Its id, as the vendor writes it through which it is launched. */
  readonly id: string;
}

const none: OwnTexts = { address: '', id: '' };

/** The name that a pattern gives to the instance at that index of its launch. */
export function nameAt({ pattern }: NamePattern, index: number, own: OwnTexts = none): string {
  const texts = pattern.map((part) => {
    if (typeof part === 'string') return part;
    if ('own' in part) return own[part.own];
    return String(part.from + index).padStart(part.digitsMin, '0');
  });
  return texts.join('');
}

/** The name of the instance at that index of its launch. */
export function launchName(names: LaunchNames, index: number, own: OwnTexts): string {
  return 'each' in names ? (names.each[index] ?? '') : nameAt(names, index, own);
}
