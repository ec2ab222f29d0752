// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletecommand
import { action } from '#apis/context.ts';
import { deleteCommand as deleteCommandVerb } from '#resources/command/verbs/save-command.ts';
import * as model from '../models/delete-command.ts';
import { commandId } from './command-fields.ts';

/** Deletes a command; what was asked of guests goes on. */
export const deleteCommand = action.write({
  model,
  input: { CommandId: commandId },
  handle: (context, { CommandId: key }) => {
    const { region, vendor } = context;
    return deleteCommandVerb(context, { region, vendor, key });
  },
});
