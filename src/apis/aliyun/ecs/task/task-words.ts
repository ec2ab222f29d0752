import type { Task, TaskAction, TaskState } from '#resources/task/tasks.ts';
import { id, time } from '#wire/builders.ts';
import { instantText } from '#wire/instants.ts';
import { aliyunId } from '../../ids.ts';

/** Every action that the page knows; nothing here is redeployed. */
export const taskActions = [
  'ImportImage',
  'ExportImage',
  'RedeployInstance',
  'ModifyDiskSpec',
] as const;

const actionWords: Readonly<Record<TaskAction, (typeof taskActions)[number]>> = {
  'import-image': 'ImportImage',
  'export-image': 'ExportImage',
  'change-disk': 'ModifyDiskSpec',
};

/** The page has no word for one that was cancelled. */
export const taskStatusWords: Readonly<Record<TaskState, string>> = {
  processing: 'Processing',
  finished: 'Finished',
  failed: 'Failed',
  cancelled: 'Failed',
};

/** What a task is about. */
export function resourceIdOf({ action, resource }: Task): string {
  return aliyunId(action === 'change-disk' ? 'disk' : 'image', resource);
}

/** What both pages say of a task besides the model. */
export const taskPatches = { CreationTime: time({ form: 'minutes' }), TaskId: id('task') } as const;

/** A task as both pages show it. */
export function renderTask(task: Task) {
  const { createdAt, finishedAt, state, action } = task;
  return {
    CreationTime: createdAt,
    FinishedTime: finishedAt === null ? '' : instantText(finishedAt, 'minutes'),
    ResourceId: resourceIdOf(task),
    SupportCancel: String(state === 'processing' && action !== 'change-disk'),
    TaskAction: actionWords[action],
    TaskId: task.key,
    TaskStatus: taskStatusWords[state],
  };
}
