// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-runcommand
import { action } from '#apis/context.ts';
import { commandFaults } from '#resources/command/faults.ts';
import { filledContent, parameterNames, readParameters } from '#resources/command/parameters.ts';
import { invoke } from '#resources/command/verbs/invoke.ts';
import { createCommand } from '#resources/command/verbs/save-command.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/run-command.ts';
import {
  content,
  contentOf,
  description,
  instances,
  languages,
  name,
  PARAMETERS_GIVEN_MAX,
  PARAMETERS_NAMED_MAX,
  requireAtOnce,
  runLater,
  schedule,
  timeout,
  type,
  workingDir,
} from './command-fields.ts';

/** Runs a command in guests, and keeps it where that is asked for. */
export const runCommand = action.write({
  model,
  input: {
    CommandContent: content,
    ContentEncoding: { max: 64, default: 'PlainText' },
    Description: description,
    EnableParameter: { default: false },
    InstanceId: instances,
    KeepCommand: { default: false },
    Name: { ...name, default: '' },
    Timeout: timeout,
    Type: type,
    WorkingDir: workingDir,
    ...schedule,
    ...runLater,
  },
  output: { CommandId: id('command'), InvokeId: id('invocation') },
  handle: async (context, input) => {
    requireAtOnce(input);
    const { region, vendor } = context;
    // "If the specified value is invalid, PlainText is used."
    const isEncoded = input.ContentEncoding.toLowerCase() === 'base64';
    const base64 = contentOf(input.CommandContent, isEncoded ? 'Base64' : 'PlainText');
    const { EnableParameter: hasParameters } = input;
    const parameters = readParameters(input.Parameters, { max: PARAMETERS_GIVEN_MAX });
    if (hasParameters) parameterNames(base64, { max: PARAMETERS_NAMED_MAX });
    else if (Object.keys(parameters).length > 0) throw commandFaults.parametersOff();
    const script = {
      name: input.Name,
      description: input.Description,
      language: languages[input.Type] ?? ('shell' as const),
      content: base64,
      directory: input.WorkingDir,
      timeoutSeconds: input.Timeout,
      userName: input.Username,
    };
    const command = await createCommand(context, {
      ...script,
      region,
      vendor,
      hasParameters,
      parameters: {},
      isKept: input.KeepCommand,
    });
    const InvokeId = await invoke(context, {
      ...script,
      content: hasParameters ? filledContent(base64, parameters) : base64,
      region,
      vendor,
      instances: input.InstanceId,
      command: command.key,
      file: null,
      parameters,
    });
    return { CommandId: command.key, InvokeId };
  },
});
