import { limits } from '#kernel/limits.ts';
import type { RawRequest } from './raw-request.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The form of a request, as sent; '' where its content type names another format. */
export function formText({ headers, body }: RawRequest): string {
  const type = headers.get('content-type') ?? FORM;
  if (!type.toLowerCase().startsWith(FORM)) return '';
  return body.toString('latin1', 0, limits.formBytesMax);
}

/** Whether the query or the form matches, before anybody has read them. */
export function parametersMatch(request: RawRequest, pattern: RegExp): boolean {
  if (request.path !== '/') return false;
  return pattern.test(request.rawQuery) || pattern.test(formText(request));
}
