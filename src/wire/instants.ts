import type { TimeForm } from './shape.ts';

const FORMS: Readonly<Record<TimeForm, RegExp>> = {
  seconds: /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/,
  minutes: /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?Z$/,
  spaced: /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/,
  date: /^(\d{4})-(\d\d)-(\d\d)$/,
};

/** Milliseconds of a text of that form, read as UTC; undefined where it is no such instant. */
export function instantOf(text: string, form: TimeForm): number | undefined {
  const parts = FORMS[form]
    .exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (parts === undefined) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC rolls 31 February over; an instant that does not come back unchanged is none.
  const same = new Date(ms).toISOString().startsWith(text.slice(0, 10));
  return same && hour < 24 && minute < 60 && second < 60 ? ms : undefined;
}

/** The text of an instant in UTC, cut to the form's precision. */
export function instantText(ms: number, form: TimeForm): string {
  const iso = new Date(ms).toISOString();
  switch (form) {
    case 'seconds':
      return `${iso.slice(0, 19)}Z`;
    case 'minutes':
      return `${iso.slice(0, 16)}Z`;
    case 'spaced':
      return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
    case 'date':
      return iso.slice(0, 10);
  }
}
