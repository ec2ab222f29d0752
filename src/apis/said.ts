import type { FaultDetail } from '#kernel/fault.ts';

/** A detail of a fault as a message says it: "" where there is none, lists with commas. */
export function said(value: FaultDetail[string]): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
