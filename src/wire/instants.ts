import type { TimeForm } from './shape.ts';

const FORMS: Readonly<Record<TimeForm, RegExp>> = {
  seconds: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  minutes: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/,
  offset: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
  spaced: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  china: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  date: /^\d{4}-\d\d-\d\d$/,
};
/** China Standard Time, which the whole country has and never changes. */
const CHINA_AHEAD_MS = 8 * 3_600_000;
const DATE_CHARACTERS = 10;
/** Of the years 0000 to 9999; others have a sign and more digits. */
const ISO_CHARACTERS = 24;
/** Date.parse reads a text without one as local time, and hour 24 as the next day's first. */
const HAS_ZONE = /(Z|[+-]\d\d:\d\d)$/;
const HOUR_24 = /^.{11}24/;

/** Milliseconds of a text of that form, UTC unless it says otherwise; undefined where none. */
export function instantOf(text: string, form: TimeForm): number | undefined {
  if (!FORMS[form].test(text) || HOUR_24.test(text)) return undefined;
  const date = text.slice(0, DATE_CHARACTERS);
  // 31 February rolls over: a day that does not come back unchanged is none.
  const day = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(day) || !new Date(day).toISOString().startsWith(date)) return undefined;
  if (form === 'date') return day;
  const zoned = HAS_ZONE.test(text) ? text : `${text}Z`;
  const instant = Date.parse(zoned.replace(' ', 'T'));
  if (Number.isNaN(instant)) return undefined;
  return form === 'china' ? instant - CHINA_AHEAD_MS : instant;
}

/**
 * The text of an instant, cut to the form's precision; in UTC unless the form is another's.
 * @throws RangeError for a year that four digits do not hold
 */
export function instantText(ms: number, form: TimeForm): string {
  const iso = new Date(form === 'china' ? ms + CHINA_AHEAD_MS : ms).toISOString();
  if (iso.length !== ISO_CHARACTERS) throw new RangeError(`${iso} has no year of four digits.`);
  switch (form) {
    case 'seconds':
    case 'offset':
      return `${iso.slice(0, 19)}Z`;
    case 'minutes':
      return `${iso.slice(0, 16)}Z`;
    case 'spaced':
    case 'china':
      return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
    case 'date':
      return iso.slice(0, 10);
  }
}
