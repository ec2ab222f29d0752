import type { WireFault } from '../wire-fault.ts';

/**
 * The numbers of what any action may be refused with: the common codes of
 * https://cloud.tencent.com/document/api/213/6982, which seed 004 links (L51561) and shows by
 * their later names (L51577-51644), in the same order. For a key that is not known the seed's own
 * number stands (L41393), where that page has 4104.
 */
const commonNumbers: Readonly<Record<string, number>> = {
  InvalidParameter: 4000,
  'InvalidParameter.SignatureFailure': 4100,
  'InvalidParameter.SecretIdNotFound': 4100,
  UnauthorizedOperation: 4101,
  'InvalidRequest.TokenCheckFailed': 4105,
  'InvalidRequest.MFACheckFailed': 4106,
  'InternalError.CAMInnerError': 4110,
  'InvalidRequest.Forbidden': 4300,
  'InvalidRequest.LimitExceeded': 4400,
  'InvalidRequest.RequestConcurrencyExceeded': 4400,
  'InvalidRequest.ReplayAttack': 4500,
  'InvalidRequest.UnsupportedProtocol': 4600,
  'InternalError.ResourceOpFailed': 5100,
  InternalError: 6000,
  'InvalidAction.NotFound': 6100,
  'InvalidAction.ActionUnavailable': 6200,
};

/** The same for codes of single pages, by the whole code or by what stands before its point. */
const moduleNumbers: Readonly<Record<string, number>> = {
  InvalidParameter: 4000,
  PermissionDenied: 4102,
  'OperationFail.SystemBusy': 5200,
  'OperationConstraints.AccountBalanceNotEnough': 5300,
  'PermissionDenied.UserQualificationAuditFailed': 5500,
};
/** What went wrong with the cloud, not with what was asked of it (seed 004 L51631). */
export const cloudFailed = 'InternalError';
/** What is said of an operation that failed for no reason that has a code of its own. */
export const operationFailed = 'InternalError.ResourceOpFailed';
const OPERATION_FAILED = 5100;
const NUMBER = /^\d{4}$/;

/** What says in an answer of the legacy generation that, and why, something failed. */
export interface LegacyRefusal {
  readonly code: number;
  readonly message: string;
  readonly codeDesc: string;
}

/**
 * A refusal in the form of the legacy answers. `code` is a common number, or the security groups'
 * own, whose pages list numbers (L55918-55924); the code of a page stands in front of the message,
 * in parentheses (L51452-51454), and any code that is a word is said again as `codeDesc`.
 */
export function legacyRefusal({ code, message }: WireFault): LegacyRefusal {
  const common = numberIn(commonNumbers, code);
  if (common !== undefined) return { code: common, message, codeDesc: code };
  return { code: moduleNumber(code), message: `(${code})${message}`, codeDesc: code };
}

function moduleNumber(code: string): number {
  if (NUMBER.test(code)) return Number(code);
  const [family = ''] = code.split('.');
  return numberIn(moduleNumbers, code) ?? numberIn(moduleNumbers, family) ?? OPERATION_FAILED;
}

function numberIn(numbers: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(numbers, name) ? numbers[name] : undefined;
}
