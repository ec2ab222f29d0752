/**
 * A use case: checks everything, then writes. `raises` are the reasons for which it may refuse,
 * so that a test can hold each vendor's page against them (D10).
 */
export type Verb<Args extends readonly unknown[], Result> = ((...args: Args) => Promise<Result>) & {
  readonly raises: readonly string[];
};

/** Declares a use case. `raises` takes makers (`instanceFaults.notFound`) and whole verbs. */
export function verb<Args extends readonly unknown[], Result>(
  raises: ReadonlyArray<{ readonly reason: string } | { readonly raises: readonly string[] }>,
  run: (...args: Args) => Promise<Result>,
): Verb<Args, Result> {
  const reasons = raises.flatMap((one) => ('reason' in one ? [one.reason] : one.raises));
  return Object.assign((...args: Args) => run(...args), { raises: [...new Set(reasons)] });
}
