import { instanceFaults } from '#resources/instance/faults.ts';
import { string } from '#wire/builders.ts';

/**
 * UserName of ResetInstancesPassword (seed 004 L15434, L46729): at most 64 characters, of those
 * that a user of any system may have.
 */
export const userNameAsked = string({
  empty: 'absent',
  max: 64,
  pattern: /^[A-Za-z_][\w.-]*$/,
  reasons: { length: instanceFaults.userNameTooLong },
});
