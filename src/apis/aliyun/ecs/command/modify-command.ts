// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifycommand
import { action } from '#apis/context.ts';
import { parameterNames } from '#resources/command/parameters.ts';
import { changeCommand, getCommand } from '#resources/command/verbs/save-command.ts';
import * as model from '../models/modify-command.ts';
import {
  commandId,
  content,
  contentOf,
  description,
  later,
  name,
  PARAMETERS_NAMED_MAX,
  timeout,
  workingDir,
} from './command-fields.ts';

const { default: _none, ...given } = description;
const { default: _sixty, ...seconds } = timeout;
const { default: _home, ...directory } = workingDir;

/** Changes what is given of a command. */
export const modifyCommand = action.write({
  model,
  input: {
    CommandId: commandId,
    CommandContent: content,
    Description: { ...given, empty: 'kept' },
    Name: name,
    Timeout: seconds,
    WorkingDir: directory,
    Launcher: later,
  },
  handle: async (context, input) => {
    const { region, vendor } = context;
    const named = { region, vendor, key: input.CommandId };
    const { hasParameters } = await getCommand(context, named);
    const { CommandContent: text } = input;
    const base64 = text === undefined ? undefined : contentOf(text, 'Base64');
    if (base64 !== undefined && hasParameters) {
      parameterNames(base64, { max: PARAMETERS_NAMED_MAX });
    }
    await changeCommand(context, named, {
      ...(base64 !== undefined && { content: base64 }),
      ...(input.Description !== undefined && { description: input.Description }),
      ...(input.Name !== undefined && { name: input.Name }),
      ...(input.Timeout !== undefined && { timeoutSeconds: input.Timeout }),
      ...(input.WorkingDir !== undefined && { directory: input.WorkingDir }),
    });
  },
});
