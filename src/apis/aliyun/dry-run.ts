import { requestFaults } from '#resources/request/faults.ts';

/**
 * What a reading action answers to DryRun once its parameters have passed: HTTP 400 and a code, on
 * every page that has the parameter. Changing actions are rolled back and answered elsewhere.
 */
export function answerDryRun(wanted: boolean | undefined): void {
  if (wanted === true) throw requestFaults.triedOnly();
}
