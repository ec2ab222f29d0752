import { WireFault } from '#wire/wire-fault.ts';

/**
 * What a reading action answers to DryRun once its parameters have passed: HTTP 400 and a code, on
 * every page that has the parameter. Changing actions are rolled back and answered elsewhere.
 */
export function answerDryRun(wanted: boolean | undefined): void {
  if (wanted !== true) return;
  const message = 'Request validation has been passed with DryRun flag set.';
  throw new WireFault('DryRunOperation', message);
}
