/** The names under which a step of an operation says what it was done to. */
type Related = ReadonlyArray<readonly [name: 'SnapshotId' | 'DiskId', id: string]>;

/** OperationProgressSet of an operation that is done as a whole: each step of it succeeded. */
export function succeeded(steps: readonly Related[]) {
  return steps.map((related) => ({
    OperationStatus: 'Success',
    ErrorCode: '',
    ErrorMsg: '',
    RelatedItemSet: related.map(([Name, Value]) => ({ Name, Value })),
  }));
}
