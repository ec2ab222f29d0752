import type { Fault, FaultDetail } from '#kernel/fault.ts';
import { namesWithIds } from '#resources/nouns.ts';
import type { ActionOf } from '#wire/dialect.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import type { Constraint } from '#wire/shape.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { codeOf, type CodeFound, type CodesOfPage } from './code-of.ts';

/** A vendor's words for one refusal, in all its generations. */
export interface Saying {
  /** The codes it prefers, the best first; the first that a page has is said there (D10). */
  readonly codes: readonly string[] | ((detail: FaultDetail) => readonly string[]);
  /** Without it the page's own message, or a sentence about the parameter. Keys come as ids. */
  message?(detail: FaultDetail): string;
}

/** The words for the faults of a noun, for those that this vendor can meet. */
export type FaultWords<Makers> = { readonly [Name in keyof Makers]?: Saying };

/** The words of a vendor for every noun's faults, by noun and name. */
export interface Vocabulary {
  readonly [noun: string]: { readonly [name: string]: Saying | undefined };
}

/** How a generation of a vendor speaks. */
export interface Speech {
  readonly words: Vocabulary;
  renderId(kind: string, key: string): string;
  /** What it calls a state of an instance. */
  renderState(state: string): string;
  /** The codes of a broken constraint, and the sentence about the parameter. */
  constraintCodes(constraint: Constraint): readonly string[];
  parameterSentence(at: string, problem: string): string;
  readonly moreGeneral: CodesOfPage['moreGeneral'];
  readonly last: string;
}

/** The code of a refusal on the page of an action, and how it was found. @throws where wordless */
export function codeOfFault(fault: Fault, on: ActionOf, speech: Speech): CodeFound {
  const saying = sayingOf(fault.reason, speech);
  const codes = saying?.codes ?? [];
  const own = typeof codes === 'function' ? codes(fault.detail) : codes;
  const generic = fault instanceof ParameterFault ? speech.constraintCodes(fault.constraint) : [];
  if (own.length + generic.length === 0) {
    throw new Error(`No words for ${fault.reason}.`, { cause: fault });
  }
  const { pages } = on.service;
  const { moreGeneral, last } = speech;
  const page = pages?.page(on.action.name);
  return codeOf({ own, generic }, { page, pages, moreGeneral, last });
}

/** A refusal in a vendor's words, on the page of the action. */
export function sayFault(fault: Fault, on: ActionOf, speech: Speech): WireFault {
  const { code, status, step, message } = codeOfFault(fault, on, speech);
  const detail = rendered(fault.detail, speech);
  const own = fault.detail['message'] ?? sayingOf(fault.reason, speech)?.message?.(detail);
  if (own !== undefined) return new WireFault(code, String(own), status);
  const ofPage = step === 'chain' || step === 'generic' ? undefined : message;
  const said = ofPage ?? sentenceOf(fault, speech) ?? fault.meaning ?? message;
  return new WireFault(code, said ?? code, status);
}

function sayingOf(reason: string, { words }: Speech): Saying | undefined {
  const [noun = '', name = ''] = reason.split('.');
  return words[noun]?.[name];
}

function sentenceOf({ detail }: Fault, speech: Speech): string | undefined {
  const { at, problem } = detail;
  return problem === undefined ? undefined : speech.parameterSentence(String(at), String(problem));
}

/** Details named like a kind of resource hold keys: `{ instance: key }`, `{ zone: name }`. */
const KINDS: ReadonlySet<string> = new Set(['region', 'zone', ...namesWithIds]);

function rendered(detail: FaultDetail, { renderId, renderState }: Speech): FaultDetail {
  const entries = Object.entries(detail).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value];
    if (name === 'state') return [name, renderState(value)];
    return [name, KINDS.has(name) ? renderId(name, value) : value];
  });
  return Object.fromEntries(entries) as FaultDetail;
}
