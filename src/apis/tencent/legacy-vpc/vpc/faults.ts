import { FAILED, PARAMETER } from '../../legacy/codes.ts';
import { withCodes } from '../../with-codes.ts';
import { vpcFaultWords } from '../../vpc/vpc/faults.ts';

/** No legacy page of seed 004 is about networks: all of it is common codes (L51577, L51624). */
export const legacyVpcFaultWords = withCodes(vpcFaultWords, {
  notFound: PARAMETER,
  quotaExceeded: FAILED,
  cidrMalformed: PARAMETER,
  cidrNotAllowed: PARAMETER,
  maskNotAllowed: PARAMETER,
  hasSubnets: FAILED,
  hasSecurityGroups: FAILED,
});
