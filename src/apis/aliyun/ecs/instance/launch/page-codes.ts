import type { Code, Codes } from '#wire/shape.ts';
import { WireFault } from '#wire/wire-fault.ts';

/** A code of the pages of RunInstances and CreateInstance, with its message and HTTP status. */
export function pageCode(code: string, message: string, status = 400): Exclude<Code, string> {
  return { code, message, status };
}

/** The same code whatever is wrong with a value that is there. */
export function always(code: Code): Codes {
  return {
    type: code,
    range: code,
    length: code,
    pattern: code,
    value: code,
    malformed: code,
  };
}

/** The message of a parameter that is not valid, as the seeds have it. */
export function notValid(code: string, parameter: string, status = 400): Exclude<Code, string> {
  return pageCode(code, `The specified parameter "${parameter}" is not valid.`, status);
}

/** Of a parameter that has to be there. */
export function missing(parameter: string): Exclude<Code, string> {
  return pageCode(
    'MissingParameter',
    `The input parameter "${parameter}" that is mandatory for processing this request ` +
      'is not supplied.',
  );
}

/** Refuses with a code of the page. @throws WireFault */
export function refuse(page: Exclude<Code, string>): never {
  throw new WireFault(page.code, page.message ?? '', page.status);
}

/** What a request must not be, each with the code that refuses it. */
export type Refusals<Asked> = ReadonlyArray<
  readonly [is: (asked: Asked) => boolean, page: Exclude<Code, string>]
>;

/** Refuses with the first code that applies. @throws WireFault */
export function refuseWhere<Asked>(asked: Asked, refusals: Refusals<NoInfer<Asked>>): void {
  const found = refusals.find(([is]) => is(asked));
  if (found !== undefined) refuse(found[1]);
}
