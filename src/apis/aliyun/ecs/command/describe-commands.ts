// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describecommands
import { action } from '#apis/context.ts';
import { parameterNames } from '#resources/command/parameters.ts';
import { listCommands } from '#resources/command/verbs/save-command.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-commands.ts';
import {
  description,
  later,
  listedLater,
  name,
  pages,
  PARAMETERS_NAMED_MAX,
  shownEncoding,
  shownText,
  type,
  typeOf,
} from './command-fields.ts';

const { default: _none, ...described } = description;
/** What public commands alone have, or today's model and no page. */
const notShown = [
  'Category',
  'Latest',
  'Launcher',
  'ParameterDefinitions',
  'Provider',
  'Tags',
  'Version',
] as const;

/** The commands of the account, newest first; there are no public ones, of any provider. */
export const describeCommands = action.read({
  model,
  input: {
    CommandId: id('command'),
    ContentEncoding: shownEncoding,
    Description: described,
    Name: name,
    Provider: { max: 128 },
    Type: type,
    Latest: later,
    ...listedLater,
    ...pages,
  },
  output: {
    NextToken: { optional: true },
    Commands: {
      item: {
        fields: {
          CommandId: id('command'),
          ...each(notShown, { optional: true }),
          ResourceGroupId: { optional: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, vendor } = context;
    const { CommandId, Description, Name, Provider, Type, PageNumber, PageSize } = input;
    const all = Provider === undefined ? await listCommands(context, { region, vendor }) : [];
    const found = all
      .filter(({ key }) => CommandId === undefined || key === CommandId)
      .filter((one) => Description === undefined || one.description === Description)
      .filter((one) => Name === undefined || one.name === Name)
      .filter(({ language }) => Type === undefined || typeOf(language) === Type);
    const { offset, limit } = offsetAndLimit(input);
    return {
      TotalCount: found.length,
      PageNumber,
      PageSize,
      Commands: found.slice(offset, offset + limit).map((command) => ({
        CommandId: command.key,
        CommandContent: shownText(command.content, input.ContentEncoding),
        CreationTime: command.createdAt,
        Description: command.description,
        EnableParameter: command.hasParameters,
        InvokeTimes: command.invoked,
        Name: command.name,
        ParameterNames: command.hasParameters
          ? parameterNames(command.content, { max: PARAMETERS_NAMED_MAX })
          : [],
        Timeout: command.timeoutSeconds,
        Type: typeOf(command.language),
        WorkingDir: command.directory,
      })),
    };
  },
});
