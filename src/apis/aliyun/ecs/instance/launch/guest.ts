import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { WriteContext } from '#apis/context.ts';
import { keyPairNamed } from '#resources/key-pair/verbs/require-key-pairs.ts';
import type { LaunchLogin, LaunchRequest } from '#resources/instance/launch-request.ts';
import { hostNamePattern, hostNamesIssue, launchHostNameIssue } from '../host-names.ts';
import { namePattern } from '../name-sequence.ts';
import { descriptionIssue, launchNameIssue } from '../names.ts';
import { passwordIssue } from '../passwords.ts';
import { userDataIssue } from '../user-data.ts';
import type { LaunchAsked } from './launch-asked.ts';
import type { Subjects } from './subjects.ts';

/** How many are launched, and how their names are told apart. */
export interface Naming {
  readonly count: number;
  readonly uniqueSuffix: boolean;
}

/** The names of the instances; null where none is given. */
export function namesOf(
  { InstanceName: name }: Pick<LaunchAsked, 'InstanceName'>,
  naming: Naming,
): LaunchRequest['names'] {
  if (name === undefined) return null;
  const issue = launchNameIssue(name, naming);
  if (issue === 'sequenceMalformed') throw launchFaults.namePatternMalformed();
  if (issue === 'suffixTooLong') throw launchFaults.nameTooLongForSuffix();
  if (issue !== undefined) throw launchFaults.nameMalformed();
  return namePattern(name, naming);
}

interface HostNaming extends Naming {
  readonly windows: boolean;
}

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
    if (issue !== 'sizeMismatch') throw launchFaults.hostNameMalformed();
    throw launchFaults.hostNamesMiscounted();
  }
  if (name === undefined) return null;
  const issue = launchHostNameIssue(name, naming);
  if (issue === 'sequenceMalformed') throw launchFaults.namePatternMalformed();
  if (issue === 'suffixTooLong') throw launchFaults.hostNameTooLongForSuffix();
  if (issue !== undefined) throw launchFaults.hostNameMalformed();
  return hostNamePattern(name, naming);
}

export function descriptionOf({
  Description: text,
}: Pick<LaunchAsked, 'Description'>): string | null {
  if (text === undefined) return null;
  if (descriptionIssue(text) === undefined) return text;
  throw launchFaults.descriptionMalformed();
}

/**
 * How one logs in. A key pair, which Windows ignores, turns the login by password off (seed 003,
 * KeyPairName).
 */
export async function loginOf(
  context: WriteContext,
  asked: Pick<LaunchAsked, 'Password' | 'KeyPairName'> & { readonly PasswordInherit?: boolean },
  { windows }: Pick<Subjects, 'windows'>,
): Promise<LaunchLogin> {
  const { Password: password, PasswordInherit, KeyPairName: name } = asked;
  if (name !== undefined && !windows) {
    const { key } = await keyPairNamed(context, { name, region: context.region });
    return { by: 'key-pairs', keyPairs: [key] };
  }
  if (PasswordInherit) return { by: 'image' };
  if (password === undefined) return { by: 'nothing' };
  if (passwordIssue(password, { windows }) === undefined) return { by: 'password', password };
  throw launchFaults.passwordMalformed();
}

/** UserData, which goes to images that read it and to optimized instances alone. */
export function userDataOf(
  { UserData: text }: Pick<LaunchAsked, 'UserData'>,
  subjects: {
    readonly family: Pick<Subjects['family'], 'isIoOptimized'>;
    readonly image: Pick<Subjects['image'], 'cloudInit'>;
  },
): string | null {
  if (text === undefined) return null;
  checkUserData(text);
  if (!subjects.family.isIoOptimized) throw launchFaults.userDataNotForType();
  if (subjects.image.cloudInit) return text;
  throw launchFaults.userDataNotForImage();
}

/** @throws launch.userDataMalformed, launch.userDataTooLarge */
export function checkUserData(text: string): void {
  const issue = userDataIssue(text);
  if (issue === 'notBase64') throw launchFaults.userDataMalformed();
  if (issue === 'tooLarge') throw launchFaults.userDataTooLarge();
}
