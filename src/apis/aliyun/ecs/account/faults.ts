import type { FaultWords } from '#apis/fault-words.ts';
import type { accountFlagFaults } from '#resources/account-flag/faults.ts';

/** Codes of launches by accounts that are refused for what they are (seeds 001 to 003). */
export const accountFlagFaultWords: FaultWords<typeof accountFlagFaults> = {
  codes: {
    unqualified: 'RealNameAuthenticationError',
    regionRestricted: 'RegionUnauthorized',
    appIdInvalid: 'InvalidAliUid',
    forbidden: 'Forbidden',
    unsupported: 'InvalidOperation.UserNotSupported',
    tokenInvalid: 'InvalidAccountStatus',
    prepaidOnly: 'UserNotInTheWhiteList',
    international: 'InvalidOperation.UserNotSupported',
  },
};
