import assert from 'node:assert/strict';
import { Fault } from '#kernel/fault.ts';
import { limits } from '#kernel/limits.ts';
import { aliyunDialect } from './aliyun/dialect.ts';
import { constraintCode, parameterSentence as aliyunSentence } from './aliyun/faults.ts';
import { decoder } from './decode.ts';
import { nest } from './flat-names.ts';
import type { InferIn } from './infer.ts';
import { parseJsonBody } from './json-body.ts';
import { parseQuery } from './query-string.ts';
import { ParameterFault } from './parameter-fault.ts';
import type { Constraint, StructureShape } from './shape.ts';
import { tencent2017Dialect } from './tencent/dialect-2017.ts';
import { tencentDialect } from './tencent/dialect.ts';
import { constraintCodes, parameterSentence } from './tencent/faults.ts';
import type { TencentVoice } from './tencent/dialect.ts';
import { WireFault } from './wire-fault.ts';
import { isRefusal } from './wire-refusal.ts';

/** Ids of the two vendors of the tests are kind and key; one of them has malformed ones. */
function keyOf(kind: string, text: string): string | undefined {
  if (kind === 'region') return /^(ap|cn)-guangzhou$/.test(text) ? 'guangzhou' : undefined;
  const key = text.startsWith(`${kind}-`) ? text.slice(kind.length + 1) : '';
  return /^[a-z0-9]{8}$/.test(key) ? key : undefined;
}

/** How a vendor of the tests says that a parameter breaks a constraint. */
interface Common {
  code(constraint: Constraint): string;
  sentence(at: string, problem: string): string;
}

/** A reason of a shape is its own code here, and an older generation has one for all the rest. */
function sayer(common: Common): (fault: Fault) => WireFault {
  return (fault) => {
    const { reason, message } = fault;
    if (reason === 'thing.wordless') throw new Error(`No words for ${reason}.`);
    if (!(fault instanceof ParameterFault)) {
      return new WireFault(reason === 'thing.gone' ? 'Thing.Gone' : 'Thing.Refused', message, 409);
    }
    const own = reason.startsWith('parameter.') ? common.code(fault.constraint) : reason;
    const { at, problem } = fault.detail;
    return new WireFault(own, common.sentence(String(at), String(problem)));
  };
}

const sayTencent = sayer({
  code: (constraint) => constraintCodes[constraint],
  sentence: parameterSentence,
});
const sayAliyun = sayer({ code: constraintCode, sentence: aliyunSentence });

const voice: TencentVoice = {
  parseId: keyOf,
  renderId: (kind, key) => `${kind}-${key}`,
  region: (name) => keyOf('region', name),
  say: sayTencent,
};

/** The dialects as they are, with ids and words made up for the tests. */
export const tencent = tencentDialect(voice);

/** RunThings is the name that this generation alone has. */
export const tencent2017 = tencent2017Dialect(voice, new Set(['RunThings']));

export const aliyun = aliyunDialect({
  parseId: (kind, text) => keyOf(kind, text) ?? `?${text}`,
  renderId: (kind, key) => (key.startsWith('?') ? key.slice(1) : `${kind}-${key}`),
  region: (name) => keyOf('region', name),
  say: sayAliyun,
});

function read<T extends object>(outcome: T): Exclude<T, { refusal: string }> {
  if (isRefusal(outcome)) assert.fail(`refused: ${outcome.refusal}`);
  return outcome as Exclude<T, { refusal: string }>;
}

/** The names of a query as a tree, as both vendors' readers make it. */
export function tree(query: string): unknown {
  return read(nest(read(parseQuery(Buffer.from(query).toString('latin1'), limits)), limits)).value;
}

/** What decoding gives, or its refusal as the vendor says it. */
export function inWords<T>(decode: () => T, say: (fault: Fault) => WireFault): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof Fault ? say(error) : error;
  }
}

/** Decodes a JSON body of Tencent's, given as text or as what JSON makes text of. */
export function fromJson<S extends StructureShape>(shape: S, body: unknown): InferIn<S> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const { value } = read(parseJsonBody(Buffer.from(text), limits));
  return inWords(() => decoder(shape, tencent.reading.json)(value), sayTencent);
}

/** Decodes the query of a Tencent GET. */
export function fromTencentQuery<S extends StructureShape>(shape: S, query: string): InferIn<S> {
  return inWords(() => decoder(shape, tencent.reading.flat)(tree(query)), sayTencent);
}

/** Decodes the parameters of an Alibaba request. */
export function fromAliyunQuery<S extends StructureShape>(shape: S, query: string): InferIn<S> {
  return inWords(() => decoder(shape, aliyun.reading.flat)(tree(query)), sayAliyun);
}

/** Asserts that `decode` throws a WireFault of that code. */
export function refuses(code: string, decode: () => unknown): void {
  assert.equal(faultOf(decode).code, code);
}

/** The WireFault that `decode` throws; fails where it throws none, or anything else. */
export function faultOf(decode: () => unknown): WireFault {
  try {
    decode();
  } catch (error) {
    assert.ok(error instanceof WireFault, `not a WireFault: ${String(error)}`);
    return error;
  }
  return assert.fail('nothing was refused');
}

/** What was decoded without the members that are absent: those are there and undefined. */
export function given(decoded: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(decoded).filter(([, value]) => value !== undefined));
}
