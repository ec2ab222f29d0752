// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-sendfile
import { action } from '#apis/context.ts';
import { commandFaults } from '#resources/command/faults.ts';
import { writingScript } from '#resources/command/file-script.ts';
import { invoke } from '#resources/command/verbs/invoke.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/send-file.ts';
import { instances, later, timeout } from './command-fields.ts';

const CONTENT_CHARACTERS_MAX = 32 * 1_024;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const SECONDS_MIN = 10;
/** A user or a group; one that is not there fails in the guest. */
const account = { max: 64, pattern: /^[A-Za-z_][A-Za-z0-9_.-]*$/, default: 'root' } as const;

/** Writes a file in guests, by a script there. */
export const sendFile = action.write({
  model,
  input: {
    Content: { max: 64 * 1_024, empty: 'kept', reasons: { length: commandFaults.fileTooLarge } },
    ContentType: {
      values: ['PlainText', 'Base64'],
      default: 'PlainText',
      reasons: { value: commandFaults.fileEncodingUnknown },
    },
    Description: {
      max: 512,
      default: '',
      reasons: { length: commandFaults.fileDescriptionTooLong },
    },
    FileGroup: account,
    FileOwner: account,
    FileMode: {
      pattern: /^[0-7]{3,4}$/,
      default: '0644',
      reasons: commandFaults.fileModeMalformed,
    },
    InstanceId: instances,
    // Longer than the page has it: all that a file system has room for.
    Name: {
      max: 255,
      pattern: /^[^/\p{Cc}]+$/u,
      reasons: { length: commandFaults.fileNameTooLong, pattern: commandFaults.fileNameTooLong },
    },
    Overwrite: { default: false },
    TargetDir: {
      max: 255,
      pattern: /^\/\P{Cc}*$/u,
      reasons: commandFaults.fileDirectoryMalformed,
    },
    Timeout: { ...timeout, min: 0 },
    ResourceGroupId: later,
    Tag: later,
  },
  output: { InvokeId: id('sent-file') },
  handle: async (context, input) => {
    const { region, vendor } = context;
    const isEncoded = input.ContentType === 'Base64';
    if (isEncoded && !BASE64.test(input.Content)) throw commandFaults.fileContentMalformed();
    const content = isEncoded ? input.Content : Buffer.from(input.Content).toString('base64');
    if (content.length > CONTENT_CHARACTERS_MAX) throw commandFaults.fileTooLarge();
    const file = {
      name: input.Name,
      directory: input.TargetDir,
      encoding: isEncoded ? ('base64' as const) : ('plain' as const),
      content,
      owner: input.FileOwner,
      group: input.FileGroup,
      mode: input.FileMode,
      overwrite: input.Overwrite,
    };
    const InvokeId = await invoke(context, {
      region,
      vendor,
      instances: input.InstanceId,
      command: null,
      file,
      parameters: {},
      name: input.Name,
      description: input.Description,
      language: 'shell',
      content: Buffer.from(writingScript(file)).toString('base64'),
      directory: '/',
      // "If it is less than 10 seconds, it is set to 10 seconds."
      timeoutSeconds: Math.max(input.Timeout, SECONDS_MIN),
      userName: '',
    });
    return { InvokeId };
  },
});
