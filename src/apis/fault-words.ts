import type { Fault, FaultDetail } from '#kernel/fault.ts';
import { namesWithIds } from '#resources/nouns.ts';
import type { ActionOf } from '#wire/dialect.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import type { Constraint } from '#wire/shape.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { codeOf, type CodeFound, type CodesOfPage } from './code-of.ts';
import { said } from './said.ts';

/** The codes that a refusal prefers, the best first; the first that its page has is said (D10). */
type Codes = string | readonly string[] | ((detail: FaultDetail) => readonly string[]);

/** A text with details in braces, or what makes one of them. Keys of resources come as ids. */
type Message = string | ((detail: FaultDetail) => string);

/**
 * A vendor's words for the faults of a noun, in all its generations, for those that it can meet.
 * Without a message the page's own is said, or a sentence about the parameter.
 */
export interface FaultWords<Makers> {
  readonly codes: { readonly [Name in keyof Makers]?: Codes };
  readonly messages?: { readonly [Name in keyof Makers]?: Message };
}

/** The words of a vendor for every noun's faults, by noun. */
export interface Vocabulary {
  readonly [noun: string]: {
    readonly codes: { readonly [name: string]: Codes | undefined };
    readonly messages?: { readonly [name: string]: Message | undefined };
  };
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
  const own = codesOf(fault, speech);
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
  const own = fault.detail['message'] ?? messageOf(fault.reason, detail, speech);
  if (own !== undefined) return new WireFault(code, String(own), status);
  const ofPage = step === 'chain' || step === 'generic' ? undefined : message;
  const text = ofPage ?? sentenceOf(fault, speech) ?? fault.meaning ?? message;
  return new WireFault(code, text ?? code, status);
}

function codesOf({ reason, detail }: Fault, { words }: Speech): readonly string[] {
  const [noun = '', name = ''] = reason.split('.');
  const codes = words[noun]?.codes[name] ?? [];
  if (typeof codes === 'function') return codes(detail);
  return typeof codes === 'string' ? [codes] : codes;
}

function messageOf(reason: string, detail: FaultDetail, { words }: Speech): string | undefined {
  const [noun = '', name = ''] = reason.split('.');
  const message = words[noun]?.messages?.[name];
  if (typeof message !== 'string') return message?.(detail);
  return message.replaceAll(/\{([\w-]+)\}/g, (_all, of: string) => said(detail[of]));
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
