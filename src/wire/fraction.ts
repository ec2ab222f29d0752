/** The part of JSON that writes a number as it is told to; Node has it, TypeScript not yet. */
const raw = JSON as unknown as {
  rawJSON(text: string): { readonly rawJSON: string };
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
};

/** A number that keeps its point where it is whole, as servers write what they declare Float. */
export function fraction(value: number): unknown {
  return Number.isInteger(value) ? raw.rawJSON(value.toFixed(1)) : value;
}

/** The text of a whole fraction; undefined for every other value. */
export function fractionText(value: unknown): string | undefined {
  return raw.isRawJSON(value) ? value.rawJSON : undefined;
}
