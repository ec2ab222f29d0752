import { FAILED, PARAMETER } from '../../legacy/codes.ts';
import { withCodes } from '../../with-codes.ts';
import { securityGroupFaultWords } from '../../vpc/security-group/faults.ts';

/**
 * Security groups speak in numbers (seed 004 L55918-55924, L57332-57340), which differ from page to
 * page: the actions say them. These are for a launch, which meets few of them.
 */
export const legacySecurityGroupFaultWords = withCodes(securityGroupFaultWords, {
  notFound: PARAMETER,
  notInVpc: PARAMETER,
  quotaExceeded: FAILED,
  inUse: FAILED,
  isDefault: FAILED,
});
