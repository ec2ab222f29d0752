/**
 * The codes that stand for whatever no page of this generation has a code for: of a parameter, of
 * an operation (seed 004 L51577, L51624). The legacy pages are at L51730-58902.
 */
export const PARAMETER = 'InvalidParameter';
export const FAILED = 'InternalError.ResourceOpFailed';

/** Not enough of something to sell (L52825), on the pages that buy. */
export const BUSY = 'OperationFail.SystemBusy';
