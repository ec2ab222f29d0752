/**
 * The key of a resource of a kind, such as `instance`. Any text fits, since keys are made of texts;
 * the key of another kind does not. Nothing of the kind is there at run time.
 */
export type Key<Kind extends string> = string & { readonly keyOf?: Kind };
