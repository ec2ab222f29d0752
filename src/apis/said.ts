import type { FaultDetail } from '#kernel/fault.ts';

/** A detail of a fault as a message says it: "" where there is none, lists with commas. */
export function said(value: FaultDetail[string]): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

/** Why a text is refused, as a message says it: `tooShort` is "too short". */
export function inWords(issue: string): string {
  return issue.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
