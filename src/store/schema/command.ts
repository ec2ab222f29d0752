import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Commands that accounts keep for guests. `content` is Base64, `parameters` the defaults of custom
 * ones as JSON. One with `is_kept` 0 was made for one invocation and is not listed.
 */
export const commandTable = table({
  seq,
  key: keyOf('command'),
  account: text,
  region: text,
  vendor: text,
  name: text,
  description: text,
  language: oneOf('shell', 'bat', 'powershell'),
  content: text,
  directory: text,
  timeout_seconds: integer,
  has_parameters: flag,
  parameters: text,
  user_name: text,
  is_kept: flag,
  invoked: integer,
  created_at: integer,
  updated_at: integer,
});

/**
 * What was asked of guests: a command, with its custom parameters put in, or a file. `command` is
 * null for a file, whose facts stand in `file` as JSON.
 */
export const invocationTable = table({
  seq,
  key: keyOf('invocation'),
  account: text,
  region: text,
  vendor: text,
  command: nullable(keyOf('command')),
  file: nullable(text),
  name: text,
  description: text,
  language: oneOf('shell', 'bat', 'powershell'),
  content: text,
  directory: text,
  timeout_seconds: integer,
  user_name: text,
  parameters: text,
  created_at: integer,
});

/** How it goes in each guest. `output` is Base64 of its first bytes, `dropped` how many more. */
export const invocationTaskTable = table({
  seq,
  key: keyOf('invocation-task'),
  invocation: keyOf('invocation'),
  account: text,
  instance: keyOf('instance'),
  state: oneOf(
    'pending',
    'running',
    'stopping',
    'success',
    'failed',
    'timeout',
    'error',
    'cancelled',
    'terminated',
  ),
  problem: nullable(text),
  exit_code: nullable(integer),
  output: text,
  dropped: integer,
  created_at: integer,
  started_at: nullable(integer),
  finished_at: nullable(integer),
  updated_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    commands: ColumnsOf<typeof commandTable>;
    invocations: ColumnsOf<typeof invocationTable>;
    invocation_tasks: ColumnsOf<typeof invocationTaskTable>;
  }
}

export type CommandRow = RowOf<typeof commandTable>;
export type NewCommandRow = NewRowOf<typeof commandTable>;
export type InvocationRow = RowOf<typeof invocationTable>;
export type InvocationTaskRow = RowOf<typeof invocationTaskTable>;
