// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createcommand
import { action } from '#apis/context.ts';
import { parameterNames } from '#resources/command/parameters.ts';
import { createCommand as createCommandVerb } from '#resources/command/verbs/save-command.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/create-command.ts';
import {
  content,
  contentOf,
  description,
  languages,
  later,
  name,
  PARAMETERS_NAMED_MAX,
  timeout,
  type,
  workingDir,
} from './command-fields.ts';

/** Keeps a command, whose content is in Base64 unless it is said to be plain text. */
export const createCommand = action.write({
  model,
  input: {
    CommandContent: content,
    ContentEncoding: { values: ['PlainText', 'Base64'], default: 'Base64' },
    Description: description,
    EnableParameter: { default: false },
    Name: name,
    Timeout: timeout,
    Type: type,
    WorkingDir: workingDir,
    Launcher: later,
    ResourceGroupId: later,
    Tag: later,
  },
  output: { CommandId: id('command') },
  handle: async (context, input) => {
    const { region, vendor } = context;
    const { EnableParameter: hasParameters, ContentEncoding: encoding } = input;
    const base64 = contentOf(input.CommandContent, encoding);
    if (hasParameters) parameterNames(base64, { max: PARAMETERS_NAMED_MAX });
    const command = await createCommandVerb(context, {
      region,
      vendor,
      name: input.Name,
      description: input.Description,
      language: languages[input.Type] ?? 'shell',
      content: base64,
      directory: input.WorkingDir,
      timeoutSeconds: input.Timeout,
      userName: '',
      hasParameters,
      parameters: {},
      isKept: true,
    });
    return { CommandId: command.key };
  },
});
