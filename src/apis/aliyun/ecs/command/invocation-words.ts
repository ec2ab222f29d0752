import type { InvocationTask, TaskProblem, TaskState } from '#resources/command/command.ts';

/** InvocationStatus of one guest, and of all together (the page of DescribeInvocations). */
export const statusOf: Readonly<Record<TaskState | 'partial', string>> = {
  pending: 'Pending',
  running: 'Running',
  stopping: 'Stopping',
  success: 'Success',
  failed: 'Failed',
  timeout: 'Timeout',
  error: 'Error',
  cancelled: 'Cancelled',
  terminated: 'Terminated',
  partial: 'PartialFailed',
};

/** The overall status: one that has stopped is Stopped, whichever way. */
export function overallStatus(state: TaskState | 'partial'): string {
  return state === 'terminated' || state === 'cancelled' ? 'Stopped' : statusOf[state];
}

/** InvokeStatus, InstanceInvokeStatus and InvokeRecordStatus, the older words for the same. */
export function olderStatus(state: TaskState | 'partial'): string {
  if (state === 'pending' || state === 'running' || state === 'stopping') return 'Running';
  if (state === 'success') return 'Finished';
  if (state === 'partial') return 'PartialFailed';
  return state === 'cancelled' || state === 'terminated' ? 'Stopped' : 'Failed';
}

/** ErrorCode and ErrorInfo (same page; those of files: DescribeSendFileResults). */
const problems: Readonly<Record<TaskProblem, readonly [code: string, info: string]>> = {
  'instance-gone': ['InstanceReleased', 'the instance has released when create task'],
  'instance-not-running': ['InstanceNotRunning', 'the instance is not running when create task'],
  'user-unknown': ['AccountNotExists', 'the specified account does not exists'],
  'directory-unknown': ['DirectoryNotExists', 'the specified directory does not exists'],
  'guest-silent': ['ClientNotResponse', 'the aliyun service in the instance does not response'],
  'exit-code': ['ExitCodeNonzero', 'the command execution exit code is not zero'],
  timeout: ['ExecutionTimeout', 'the command execution has been timeout'],
  interrupted: ['ExecutionInterrupted', 'the command execution has been interrupted'],
  'file-exists': ['FileAlreadyExists', 'File already exists'],
  'file-failed': ['FileCreateFail', 'Unexpected error during creating'],
};

/** What is said of a task that went wrong: nothing of one that did not. */
export function errorOf({ problem }: Pick<InvocationTask, 'problem'>) {
  const [ErrorCode, ErrorInfo] = problem === null ? ['', ''] : problems[problem];
  return { ErrorCode, ErrorInfo };
}

/** A time as the fields have it that are empty until it has come. */
export function shownTime(ms: number | null): string {
  return ms === null ? '' : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** When a task was stopped, where it was. */
export function stoppedAt({ state, finishedAt }: InvocationTask): number | null {
  return state === 'cancelled' || state === 'terminated' ? finishedAt : null;
}
