import type { roleFaults } from '#resources/role/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about roles (seed 004 L9545-9865), and those of the pages of CAM. */
export const roleFaultWords: FaultWords<typeof roleFaults> = {
  codes: {
    malformed: ['InvalidParameterValue.CamRoleNameMalformed', 'InvalidParameter.RoleNameError'],
    outOfRange: 'InvalidParameter.ParamError',
    unnamed: 'InvalidParameter.ParamError',
    gone: 'InvalidParameter.RoleNotExist',
    nameTaken: 'InvalidParameter.RoleNameInUse',
    quotaExceeded: 'InvalidParameter.RoleFull',
    descriptionTooLong: 'InvalidParameter.DescriptionLengthOverlimit',
    documentTooLong: [
      'InvalidParameter.PolicyDocumentLengthOverLimit',
      'InvalidParameter.ParamError',
    ],
    documentMalformed: 'InvalidParameter.StatementError',
    versionUnknown: 'InvalidParameter.VersionError',
    effectUnknown: 'InvalidParameter.EffectError',
    actionUnknown: 'InvalidParameter.ActionError',
    actionMissing: 'InvalidParameter.ActionMiss',
    principalMalformed: 'InvalidParameter.PrincipalError',
    conditionMalformed: 'InvalidParameter.ConditionError',
    policyUnknown: ({ by }) => [
      by === 'name' ? 'InvalidParameter.PolicyNameError' : 'InvalidParameter.PolicyIdNotExist',
      'InvalidParameter.PolicyIdNotExist',
    ],
    // Policies go with their role, so this is never raised here.
    hasPolicies: 'InvalidParameter.ParamError',
    policyUnnamed: 'InvalidParameter.ParamError',
    policyQuotaExceeded: 'InvalidParameter.AttachmentFull',
    notFound: 'AuthFailure.CamRoleNameAuthenticateFailed',
    notForMachines: 'AuthFailure.CamRoleNameAuthenticateFailed',
  },
};
