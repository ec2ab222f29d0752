import { commandFaults } from '#resources/command/faults.ts';
import type { Language } from '#resources/command/command.ts';
import { textOf } from '#resources/command/parameters.ts';
import { id, string } from '#wire/builders.ts';
import { each, omitted } from '#wire/overlay.ts';

/** Types of commands, and the languages that they are. */
export const languages: Readonly<Record<string, Language>> = {
  RunBatScript: 'bat',
  RunPowerShellScript: 'powershell',
  RunShellScript: 'shell',
};

/** Type of a command that is in a language. */
export function typeOf(language: Language): string {
  return Object.entries(languages).find(([, one]) => one === language)?.[0] ?? '';
}

export const type = {
  values: Object.keys(languages),
  reasons: { value: commandFaults.languageUnknown },
} as const;

export const name = { max: 128, reasons: { length: commandFaults.nameTooLong } } as const;
export const description = {
  max: 512,
  default: '',
  reasons: { length: commandFaults.descriptionTooLong },
} as const;
export const userName = {
  max: 255,
  default: '',
  reasons: { length: commandFaults.userNameTooLong },
} as const;
export const workingDir = { max: 200, default: '' } as const;
/** No page says how long; a day, as Alibaba's page on limits has it for today's. */
export const timeout = {
  default: 60,
  min: 1,
  max: 86_400,
  reasons: { range: commandFaults.timeoutOutOfRange },
} as const;
export const commandId = { ...id('command'), required: true } as const;

/** How long an encoded content is, which is looked at once it is encoded. */
const CONTENT_CHARACTERS_MAX = 16 * 1_024;
export const content = {
  max: 32 * 1_024,
  reasons: { length: commandFaults.contentTooLong },
} as const;
export const PARAMETERS_NAMED_MAX = 20;
export const PARAMETERS_GIVEN_MAX = 10;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The content of a command in Base64. @throws command.contentMalformed, command.contentTooLong */
export function contentOf(given: string, encoding: 'PlainText' | 'Base64'): string {
  const encoded = encoding === 'Base64' ? given : Buffer.from(given).toString('base64');
  if (encoded.length > CONTENT_CHARACTERS_MAX) throw commandFaults.contentTooLong();
  if (!BASE64.test(encoded) || encoded.length % 4 !== 0) throw commandFaults.contentMalformed();
  return encoded;
}

/** What is answered of a content, or of an output. */
export function shownText(base64: string, encoding: string): string {
  return encoding === 'PlainText' ? textOf(base64) : base64;
}

/** ContentEncoding of an answer. */
export const shownEncoding = { values: ['PlainText', 'Base64'], default: 'Base64' } as const;

/** PageNumber and PageSize of these lists. */
export const pages = {
  PageNumber: {
    default: 1,
    min: 1,
    max: 1_000_000,
    reasons: { range: commandFaults.pageNumberOutOfRange },
  },
  PageSize: { default: 10, min: 1, max: 50, reasons: { range: commandFaults.pageSizeOutOfRange } },
} as const;

const LATER = omitted('It came later, without a page.');

/** What today's model has of every list, and the page has not. */
export const listedLater = {
  ...each(['MaxResults', 'NextToken', 'Tag'], LATER),
  ResourceGroupId: LATER,
};
/** The same of an action that runs something. */
export const runLater = {
  ...each(
    ['ContainerId', 'ContainerName', 'Launcher', 'OssOutputDelivery', 'Tag', 'TerminationMode'],
    LATER,
  ),
  ResourceGroupId: LATER,
  ResourceTag: LATER,
};
export const later = LATER;

/** InstanceId.N of an action that runs something: 1 to 50. */
export const instances = {
  min: 1,
  max: 50,
  required: true,
  reasons: { count: commandFaults.tooManyInstances },
} as const;

/** When a command is run: at once, or by a schedule that is not served. */
export const schedule = {
  RepeatMode: { values: ['Once', 'Period', 'NextRebootOnly', 'EveryReboot'], default: 'Once' },
  Timed: { default: false },
  Frequency: { max: 128 },
  // Commands on Windows are simulated alone.
  WindowsPasswordName: { deprecated: true },
  Parameters: string({ max: 16_384 }),
  Username: userName,
} as const;

/** @throws command.frequencyMissing, command.scheduleNotServed */
export function requireAtOnce(asked: {
  readonly RepeatMode: string;
  readonly Timed: boolean;
  readonly Frequency?: string | undefined;
}): void {
  const { RepeatMode, Timed, Frequency } = asked;
  const isRepeated = Timed || RepeatMode === 'Period';
  if (isRepeated && Frequency === undefined) throw commandFaults.frequencyMissing();
  if (isRepeated || RepeatMode !== 'Once') throw commandFaults.scheduleNotServed();
}
