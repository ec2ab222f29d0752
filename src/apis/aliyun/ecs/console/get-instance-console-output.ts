// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-getinstanceconsoleoutput
import { stripVTControlCharacters } from 'node:util';
import { action } from '#apis/context.ts';
import { consoleLogOf } from '#resources/console/console.ts';
import { consoleFaults } from '#resources/console/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { systemOf } from '#resources/image/system.ts';
import { operationsOf } from '#resources/operation/operations.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/get-instance-console-output.ts';
import { time } from '#wire/builders.ts';

/** What starts a machine, or ends it. */
const POWER: ReadonlySet<string> = new Set(['launch', 'start', 'stop', 'reboot']);

/** What the machine wrote on its console; the machine is asked outside of a transaction. */
export const getInstanceConsoleOutput = action.batch({
  model,
  output: { LastUpdateTime: time({ form: 'seconds' }) },
  handle: async (context, { InstanceId: key, RemoveSymbols: plain }) => {
    const { cloud, region } = context;
    let found: Instance | undefined;
    let changedAt = 0;
    const refused = await context.attempt(async (scope) => {
      found = await namedInstance(scope, key, region);
      const { state } = found;
      const done = await operationsOf(scope.db, { kind: 'instance', resource: key });
      const power = done.find(
        ({ action: what, finished_at }) => POWER.has(what) && finished_at !== null,
      );
      changedAt = power?.finished_at ?? found.startedAt ?? 0;
      if (changedAt === 0) throw instanceFaults.wrongState({ instance: key, state });
      const system = systemOf(cloud.catalogue, found);
      if (system?.osFamily === 'windows') throw consoleFaults.noOutput({ instance: key });
    });
    if (refused !== undefined) throw refused;
    if (found === undefined) throw instanceFaults.notFound({ instance: key });
    const log = await consoleLogOf(cloud, found);
    const text = plain === true ? withoutSymbols(log) : log;
    return {
      InstanceId: key,
      LastUpdateTime: changedAt,
      ConsoleOutput: Buffer.from(text).toString('base64'),
    };
  },
});

/** Without escape sequences of a terminal, and control characters other than the ends of lines. */
function withoutSymbols(log: string): string {
  const isShown = (one: string): boolean => one >= ' ' && one !== '\u007f';
  const symbols = (line: string): string => Array.from(line).filter(isShown).join('');
  return stripVTControlCharacters(log).split('\n').map(symbols).join('\n');
}
