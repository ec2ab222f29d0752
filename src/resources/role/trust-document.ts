import { roleFaults } from './faults.ts';

/** What a vendor's language of policies says in documents of who may take a role. */
export interface TrustGrammar {
  readonly version: string;
  /** Of taking a role, as it is written in small letters. */
  readonly actions: readonly string[];
  /** Names of kinds of those who may, in small letters. */
  readonly principals: readonly string[];
  /** The service of instances, as one of those who may. */
  readonly machines: string;
  readonly charactersMax: number;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks a document of who may take a role; answers whether instances may. Names of its fields are
 * read in whatever case.
 * @throws role.documentMalformed and what else is wrong, in the order of the document
 */
export function readTrust(text: string, grammar: TrustGrammar): { readonly forMachines: boolean } {
  if (text.length > grammar.charactersMax) throw roleFaults.documentTooLong();
  const document = fieldsOf(parsed(text));
  if (document === undefined) throw roleFaults.documentMalformed();
  if (document['version'] !== grammar.version) throw roleFaults.versionUnknown();
  const statements = listOf(document['statement']).map(fieldsOf);
  if (statements.length === 0) throw roleFaults.documentMalformed();
  const allowed = statements.flatMap((statement) => {
    if (statement === undefined) throw roleFaults.documentMalformed();
    return allowedBy(statement, grammar);
  });
  return { forMachines: allowed.includes(grammar.machines) };
}

/** The services that a statement allows to take the role. */
function allowedBy(statement: Json, grammar: TrustGrammar): readonly string[] {
  const actions = listOf(statement['action']);
  if (actions.length === 0) throw roleFaults.actionMissing();
  const known = (action: unknown): boolean =>
    typeof action === 'string' && grammar.actions.includes(action.toLowerCase());
  if (!actions.every(known)) throw roleFaults.actionUnknown();
  const effect = statement['effect'];
  if (typeof effect !== 'string' || effect.toLowerCase() !== 'allow') {
    throw roleFaults.effectUnknown();
  }
  const principal = fieldsOf(statement['principal']);
  const kinds = Object.entries(principal ?? {});
  const isKind = ([kind, names]: (typeof kinds)[number]): boolean =>
    grammar.principals.includes(kind) &&
    listOf(names).length > 0 &&
    listOf(names).every((name) => typeof name === 'string' && name !== '');
  if (kinds.length === 0 || !kinds.every(isKind)) throw roleFaults.principalMalformed();
  const condition = statement['condition'];
  if (condition !== undefined && fieldsOf(condition) === undefined) {
    throw roleFaults.conditionMalformed();
  }
  return listOf(principal?.['service']) as readonly string[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One value is a list of it. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function fieldsOf(value: unknown): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.toLowerCase(), one as unknown]),
  );
}
