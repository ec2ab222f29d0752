export type Answer = Readonly<Record<string, unknown>>;
type Path = ReadonlyArray<string | number>;

/** The value below a path of an answer whose type no client tells. */
export function at(answer: unknown, ...path: Path): unknown {
  return path.reduce<unknown>(
    (value, name) => (value as Readonly<Record<string | number, unknown>>)[name],
    answer,
  );
}

/** The same, as a text. */
export function textAt(answer: unknown, ...path: Path): string {
  return String(at(answer, ...path));
}
