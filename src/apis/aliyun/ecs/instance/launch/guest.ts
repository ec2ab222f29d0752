import type { LaunchLogin, LaunchRequest } from '#resources/instance/launch-request.ts';
import { hostNamePattern, hostNamesIssue, launchHostNameIssue } from '../host-names.ts';
import { namePattern } from '../name-sequence.ts';
import { descriptionIssue, launchNameIssue } from '../names.ts';
import { passwordIssue } from '../passwords.ts';
import { userDataIssue } from '../user-data.ts';
import type { LaunchAsked } from './launch-fields.ts';
import { notValid, pageCode, refuse } from './page-codes.ts';
import type { Subjects } from './subjects.ts';

/** How many are launched, and how their names are told apart. */
export interface Naming {
  readonly count: number;
  readonly uniqueSuffix: boolean;
}

const malformedSequence = pageCode(
  'InvalidInstanceName.CustomMalformed',
  'Customized section of instance or host name is invalid, ' +
    'please use valid format: [], [,], [m,], [,n], [m,n].',
);

function suffixTooLong(code: string, name: string) {
  const message = `The uniqueSuffix takes three naming places, please shorten your ${name}.`;
  return pageCode(code, message, 403);
}

/** The names of the instances; null where none is given. */
export function namesOf(
  { InstanceName: name }: Pick<LaunchAsked, 'InstanceName'>,
  naming: Naming,
): LaunchRequest['names'] {
  if (name === undefined) return null;
  const issue = launchNameIssue(name, naming);
  if (issue === 'sequenceMalformed') refuse(malformedSequence);
  if (issue === 'suffixTooLong') {
    refuse(suffixTooLong('InvalidParams.InstanceNameExceed', 'InstanceName'));
  }
  if (issue !== undefined) refuse(notValid('InvalidInstanceName.Malformed', 'InstanceName'));
  return namePattern(name, naming);
}

interface HostNaming extends Naming {
  readonly windows: boolean;
}

const malformedHostName = notValid('InvalidHostName.Malformed', 'HostName');

/** The host names of the instances: one for all (with its pattern), or one for each. */
export function hostNamesOf(
  asked: {
    readonly HostName: string | undefined;
    readonly HostNames?: readonly string[] | undefined;
  },
  naming: HostNaming,
): LaunchRequest['hostNames'] {
  const { HostName: name, HostNames: each = [] } = asked;
  if (each.length > 0) {
    const issue = hostNamesIssue(each, naming);
    if (issue === undefined) return { each };
    if (issue !== 'sizeMismatch') return refuse(malformedHostName);
    const message = 'HostNames must hold as many names as Amount says.';
    return refuse(pageCode('InvalidHostname.SizeInvalid', message, 403));
  }
  if (name === undefined) return null;
  const issue = launchHostNameIssue(name, naming);
  if (issue === 'sequenceMalformed') refuse(malformedSequence);
  if (issue === 'suffixTooLong') refuse(suffixTooLong('InvalidParams.HostnameExceed', 'Hostname'));
  if (issue !== undefined) refuse(malformedHostName);
  return hostNamePattern(name, naming);
}

export function descriptionOf({ Description: text }: LaunchAsked): string | null {
  if (text === undefined) return null;
  if (descriptionIssue(text) === undefined) return text;
  return refuse(notValid('InvalidDescription.Malformed', 'Description'));
}

/** How one logs in; a key pair, which Windows would ignore, exists nowhere yet. */
export function loginOf(asked: LaunchAsked, { windows }: Subjects): LaunchLogin {
  const { Password: password, PasswordInherit, KeyPairName } = asked;
  if (KeyPairName !== undefined && !windows) {
    const message = 'The specified parameter KeyPairName does not exist in our records.';
    return refuse(pageCode('InvalidKeyPairName.NotFound', message, 404));
  }
  if (PasswordInherit) return { by: 'image' };
  if (password === undefined) return { by: 'nothing' };
  if (passwordIssue(password, { windows }) === undefined) return { by: 'password', password };
  return refuse(notValid('InvalidPassword.Malformed', 'Password'));
}

/** UserData, which goes to images that read it and to optimized instances alone. */
export function userDataOf({ UserData: text }: LaunchAsked, subjects: Subjects): string | null {
  if (text === undefined) return null;
  const issue = userDataIssue(text);
  if (issue === 'notBase64') {
    const message = 'The specified UserData is not valid.';
    return refuse(pageCode('InvalidUserData.Base64FormatInvalid', message, 403));
  }
  if (issue === 'tooLarge') {
    const message = 'The specified parameter "UserData" exceeds the size.';
    return refuse(pageCode('InvalidUserData.SizeExceeded', message));
  }
  if (!subjects.family.isIoOptimized) {
    const message =
      'The specified parameter "UserData" only support the vpc and IoOptimized Instance.';
    return refuse(pageCode('InvalidUserData.NotSupported', message));
  }
  if (subjects.image.cloudInit) return text;
  const message = 'The specified image does not support cloud-init.';
  return refuse(pageCode('ImageNotSupportCloudInit', message));
}
