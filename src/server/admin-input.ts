import { isStorableText } from '#kernel/text.ts';

/** What came with an administration command: one flat JSON object. */
export class AdminInput {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new AdminRefusal('The input of a command is a JSON object.');
    }
    this.#fields = value as Readonly<Record<string, unknown>>;
  }

  /** The object as it came. */
  get whole(): Readonly<Record<string, unknown>> {
    return this.#fields;
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (typeof value === 'string' && value !== '' && isStorableText(value)) return value;
    throw new AdminRefusal(`${name} must be a text of whole characters, without U+0000.`);
  }

  optionalText(name: string): string | undefined {
    return this.#fields[name] === undefined ? undefined : this.text(name);
  }

  /** A whole number of 0 or more. */
  count(name: string): number {
    const value = this.#fields[name];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw new AdminRefusal(`${name} must be a whole number of 0 or more.`);
  }

  optionalCount(name: string): number | undefined {
    return this.#fields[name] === undefined ? undefined : this.count(name);
  }
}

/** A command cannot be carried out as it was given; the message says what to change. */
export class AdminRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AdminRefusal';
  }
}
