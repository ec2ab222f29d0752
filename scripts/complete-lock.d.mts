/** The parts of a lock file that matter here. */
interface Lock {
  readonly packages: Readonly<Record<string, object>>;
}

/** The entries missing from a parsed lock file, by their path in it. Throws on an unclear name. */
export function missingEntries(lock: Lock): Record<string, object>;
