/** Why a password is refused. */
export type PasswordIssue = 'tooShort' | 'tooLong' | 'charactersNotAllowed' | 'tooFewClasses';

/** How long a password is and how many of its classes it mixes, as a vendor has it. */
export interface PasswordRule {
  readonly charactersMin: number;
  readonly charactersMax: number;
  /** Of the four classes: lower-case letters, upper-case letters, digits, specials. */
  readonly classesMin: number;
  /** The special characters that may be used. */
  readonly specials: string;
}

type CharacterClass = 'lower' | 'upper' | 'digit' | 'special';

function classOf(character: string, specials: string): CharacterClass | undefined {
  if (character >= 'a' && character <= 'z') return 'lower';
  if (character >= 'A' && character <= 'Z') return 'upper';
  if (character >= '0' && character <= '9') return 'digit';
  return specials.includes(character) ? 'special' : undefined;
}

/** What is wrong with a password under a rule, or undefined. Never returns any part of it. */
export function passwordIssue(password: string, rule: PasswordRule): PasswordIssue | undefined {
  if (password.length > rule.charactersMax) return 'tooLong';
  if (password.length < rule.charactersMin) return 'tooShort';
  const classes = new Set<CharacterClass>();
  for (const character of password) {
    const found = classOf(character, rule.specials);
    if (found === undefined) return 'charactersNotAllowed';
    classes.add(found);
  }
  return classes.size < rule.classesMin ? 'tooFewClasses' : undefined;
}
