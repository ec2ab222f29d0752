import { limits } from '#kernel/limits.ts';
import type { RawRequest } from './raw-request.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The form of a request, as sent; '' where its content type names another format. */
export function formText(request: RawRequest): string {
  return isForm(request) ? request.body.toString('latin1', 0, limits.formBytesMax) : '';
}

/**
 * Whether the query or the form matches, before anybody has read them. A form that is too large is
 * looked at to its end: its sender has to be refused in words that he can read.
 */
export function parametersMatch(request: RawRequest, pattern: RegExp): boolean {
  if (request.path !== '/') return false;
  if (pattern.test(request.rawQuery)) return true;
  return isForm(request) && pattern.test(request.body.toString('latin1'));
}

function isForm({ headers }: RawRequest): boolean {
  return (headers.get('content-type') ?? FORM).toLowerCase().startsWith(FORM);
}
