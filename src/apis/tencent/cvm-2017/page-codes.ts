import { WireFault } from '#wire/wire-fault.ts';

/**
 * Runs a check shared with API 3.0 on a page of 2017, whose list of codes is shorter: a code that
 * the page has is said as it is, any other as the page's "parameter value that is not valid".
 * @throws WireFault with a code of the page
 */
export function inCodesOfPage<T>(codes: readonly string[], check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof WireFault) || codes.includes(error.code)) throw error;
    throw new WireFault('InvalidParameterValue', error.message);
  }
}
