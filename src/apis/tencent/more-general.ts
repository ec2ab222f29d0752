const FAILED = 'InternalError.ResourceOpFailed';

/** What follows a code that has no point: the code of its whole family. */
const families: ReadonlyArray<readonly [code: RegExp, next: string | undefined]> = [
  [/^InvalidParameter(?:Value|Combination)$/, 'InvalidParameter'],
  [/^(?:Missing|Unknown)Parameter$/, 'InvalidParameter'],
  [/^(?:InvalidParameter|Internal.*)$/, undefined],
  [/^FailedOperation$/, FAILED],
  [/^(?:Invalid|Vpc|ResourceNotFound)/, 'InvalidParameterValue'],
  [/^ResourcesSoldOut$/, 'ResourceInsufficient'],
  [/^OperationDenied$/, 'UnsupportedOperation'],
];

/**
 * The next more general code: what stands before the last point, then that of its family, in the
 * end the one for whatever is wrong with a parameter or has failed. What a page does not have is
 * passed over, so one ladder serves all three generations (seed 004 L39536, L41885, L51577).
 */
export function moreGeneralTencent(code: string): string | undefined {
  if (code === FAILED) return undefined;
  const point = code.lastIndexOf('.');
  if (point !== -1) return code.slice(0, point);
  const family = families.find(([pattern]) => pattern.test(code));
  return family === undefined ? 'FailedOperation' : family[1];
}
