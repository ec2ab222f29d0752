import type { FaultWords } from '#apis/fault-words.ts';
import type { roleFaults } from '#resources/role/faults.ts';

const MALFORMED = 'MalformedPolicyDocument';

/** Codes of the pages of ECS (seeds 001 to 003, and each page), and of RAM. */
export const roleFaultWords: FaultWords<typeof roleFaults> = {
  codes: {
    notFound: 'InvalidRamRole.NotFound',
    notForMachines: ['InvalidRamRole.NotEcsRole 401', 'InvalidRamRole.NotFound'],
    // No stored page has the codes of what is refused of one instance of a batch.
    attachedAlready: 'InvalidParameter',
    notAttached: 'InvalidRamRole.NotFound',
    // From here on: pages of RAM.
    malformed: 'InvalidParameter.RoleName.InvalidChars',
    gone: 'EntityNotExist.Role 404',
    outOfRange: ['InvalidParameter.MaxItems', 'InvalidParameter'],
    policyNameTooLong: 'InvalidParameter.PolicyName.Length',
    policyNameMalformed: 'InvalidParameter.PolicyName.InvalidChars',
    policyTypeUnknown: 'InvalidParameter.PolicyType',
    nameTooLong: 'InvalidParameter.RoleName.Length',
    nameTaken: 'EntityAlreadyExists.Role 409',
    quotaExceeded: 'LimitExceeded.Role 409',
    descriptionTooLong: 'InvalidParameter',
    documentTooLong: [
      'InvalidParameter.AssumeRolePolicyDocument.Length',
      'InvalidParameter.NewAssumeRolePolicyDocument.Length',
    ],
    documentMalformed: MALFORMED,
    versionUnknown: MALFORMED,
    effectUnknown: MALFORMED,
    actionUnknown: MALFORMED,
    actionMissing: MALFORMED,
    principalMalformed: MALFORMED,
    conditionMalformed: MALFORMED,
    policyUnknown: 'EntityNotExist.Policy 404',
    policyAttached: 'EntityAlreadyExists.Role.Policy 409',
    policyNotAttached: 'EntityNotExist.Role.Policy 404',
    policyQuotaExceeded: 'LimitExceeded.Role.Policy 409',
    hasPolicies: 'DeleteConflict.Role.Policy 409',
  },
  messages: {
    gone: 'The role does not exist: {name}.',
    nameTaken: 'The role {name} exists already.',
    quotaExceeded: 'The account has {limit} roles.',
    documentMalformed: 'The document must be JSON with Version and Statement.',
    versionUnknown: 'The Version of the document must be "1".',
    effectUnknown: 'The Effect of each statement must be Allow.',
    actionUnknown: 'The Action of each statement must be sts:AssumeRole.',
    actionMissing: 'Each statement must have an Action.',
    principalMalformed: 'Each statement must have a Principal: RAM, Service or Federated.',
    conditionMalformed: 'A Condition must be an object.',
    policyUnknown: 'The policy does not exist: {policy}.',
    policyAttached: 'The role has the policy {policy} already.',
    policyNotAttached: 'The role does not have the policy {policy}.',
    policyQuotaExceeded: 'The role has {limit} policies.',
    hasPolicies: 'The role {name} has policies still: detach them first.',
  },
};
