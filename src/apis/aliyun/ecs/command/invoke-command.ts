// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-invokecommand
import { action } from '#apis/context.ts';
import { commandFaults } from '#resources/command/faults.ts';
import { filledContent, readParameters } from '#resources/command/parameters.ts';
import { invoke } from '#resources/command/verbs/invoke.ts';
import { getCommand } from '#resources/command/verbs/save-command.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/invoke-command.ts';
import {
  commandId,
  contentOf,
  instances,
  PARAMETERS_GIVEN_MAX,
  requireAtOnce,
  runLater,
  schedule,
  timeout,
  workingDir,
} from './command-fields.ts';

const { default: _sixty, ...seconds } = timeout;
const { default: _home, ...directory } = workingDir;

/** Runs a command that is kept in guests, with its custom parameters put in. */
export const invokeCommand = action.write({
  model,
  input: {
    CommandId: commandId,
    InstanceId: instances,
    Timeout: seconds,
    WorkingDir: directory,
    ...schedule,
    ...runLater,
  },
  output: { InvokeId: id('invocation') },
  handle: async (context, input) => {
    requireAtOnce(input);
    const { region, vendor } = context;
    const command = await getCommand(context, { region, vendor, key: input.CommandId });
    const parameters = readParameters(input.Parameters, { max: PARAMETERS_GIVEN_MAX });
    const { hasParameters } = command;
    if (!hasParameters && Object.keys(parameters).length > 0) throw commandFaults.parametersOff();
    const filled = hasParameters ? filledContent(command.content, parameters) : command.content;
    const InvokeId = await invoke(context, {
      ...command,
      content: contentOf(filled, 'Base64'),
      directory: input.WorkingDir ?? command.directory,
      timeoutSeconds: input.Timeout ?? command.timeoutSeconds,
      userName: input.Username,
      region,
      vendor,
      instances: input.InstanceId,
      command: command.key,
      file: null,
      parameters,
    });
    return { InvokeId };
  },
});
