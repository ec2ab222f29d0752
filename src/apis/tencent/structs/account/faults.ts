import type { FaultWords } from '#apis/fault-words.ts';
import type { accountFlagFaults } from '#resources/account-flag/faults.ts';

/** Codes of launches by accounts that are refused for what they are (seed 000 L420-583). */
export const accountFlagFaultWords: FaultWords<typeof accountFlagFaults> = {
  codes: {
    unqualified: ['AccountQualificationRestrictions', 'InvalidPermission', 'OperationDenied'],
    regionRestricted: ['FailedOperation.PromotionalRegionRestriction', 'FailedOperation'],
    appIdInvalid: ['InvalidParameterValue.InvalidAppIdFormat', 'InvalidParameterValue'],
    forbidden: ['InvalidPermission', 'UnauthorizedOperation'],
    unsupported: ['OperationDenied.AccountNotSupported', 'OperationDenied'],
    tokenInvalid: ['UnauthorizedOperation.InvalidToken', 'UnauthorizedOperation'],
    prepaidOnly: ['UnsupportedOperation.OnlyForPrepaidAccount', 'UnsupportedOperation'],
    international: ['UnsupportedOperation.UnsupportedInternationalUser', 'UnsupportedOperation'],
    clusterCharge: 'InvalidParameterValue.DedicatedClusterNotSupportedChargeType',
    clusterSubnet: 'InvalidParameterValue.NotCdcSubnet',
  },
  messages: {
    unqualified: 'The account has not been audited.',
    regionRestricted: 'The service is not provided in the country of the account.',
    appIdInvalid: 'The AppId of the account is not valid.',
    forbidden: 'The account may not do that.',
    unsupported: 'The account is of a kind that is not supported.',
    tokenInvalid: 'The token of the account is not valid.',
    prepaidOnly: 'The account may only pay in advance: use PREPAID.',
    international: 'International accounts are not supported.',
    clusterCharge: 'Instances in a dedicated cluster are charged as CDCPAID.',
    clusterSubnet: 'The subnet is not of the dedicated cluster.',
  },
};
