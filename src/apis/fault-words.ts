import type { Fault, FaultDetail } from '#kernel/fault.ts';
import { namesWithIds } from '#resources/nouns.ts';
import type { Action } from '#wire/action.ts';
import { WireFault } from '#wire/wire-fault.ts';

/** A vendor's words for one refusal. Details that are keys arrive as the vendor's ids. */
export interface Saying {
  readonly code: string | ((detail: FaultDetail) => string);
  /** HTTP status where the vendor has them; 400 where not said. */
  readonly status?: number;
  message(detail: FaultDetail): string;
}

/** The words for every fault of a noun: one that is missing does not compile (D10). */
export type FaultWords<Makers> = { readonly [Name in keyof Makers]: Saying };

/** The words of a vendor for every noun's faults, by noun and name. */
export interface Vocabulary {
  readonly [noun: string]: { readonly [name: string]: Saying };
}

/**
 * Says a domain fault on the page of an action: the action's own code where it has one, else the
 * vendor's default for that refusal.
 */
export function sayFault(
  fault: Fault,
  action: Action,
  voice: { readonly words: Vocabulary; renderId(kind: string, key: string): string },
): WireFault {
  const [noun = '', name = ''] = fault.reason.split('.');
  const saying = voice.words[noun]?.[name];
  if (saying === undefined) throw new Error(`No words for ${fault.reason}.`, { cause: fault });
  const detail = rendered(fault.detail, voice.renderId);
  const message = saying.message(detail);
  const own = action.says?.[fault.reason];
  const code = typeof saying.code === 'string' ? saying.code : saying.code(detail);
  if (own === undefined) return new WireFault(code, message, saying.status);
  if (typeof own === 'string') return new WireFault(own, message, saying.status);
  return new WireFault(own.code, own.message ?? message, own.status ?? saying.status);
}

/** Details named like a kind of resource hold keys: `{ instance: key }`, `{ zone: name }`. */
const KINDS: ReadonlySet<string> = new Set(['region', 'zone', ...namesWithIds]);

function rendered(
  detail: FaultDetail,
  renderId: (kind: string, key: string) => string,
): FaultDetail {
  const entries = Object.entries(detail).map(([name, value]) => {
    if (!KINDS.has(name) || typeof value !== 'string') return [name, value];
    return [name, renderId(name, value)];
  });
  return Object.fromEntries(entries) as FaultDetail;
}
