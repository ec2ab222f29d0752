import { omitted, overlay, sparse } from '#wire/overlay.ts';
import type { Preset } from '../../structs/instance/preset-launch.ts';
import { launchTemplateVersionData } from '../models/launch-template-version-data.ts';
import { presets } from './template-fields.ts';

/** The answer has no field for the last three. */
const {
  LoginSettings,
  EnableJumboFrame: _,
  Metadata: __,
  NetworkInterfaces: ___,
  ...given
} = presets;

/**
 * What a version presets, as its example has it (seed 004 L33760): nothing but what it says. Of
 * the login its key pairs alone are told (L38080).
 */
export const shownPreset = sparse(
  overlay(launchTemplateVersionData, {
    ...given,
    LoginSettings: overlay(LoginSettings, {
      Password: omitted('No version keeps one.'),
      KeepImageLogin: omitted('Key pairs alone are told (L38080).'),
    }),
    ClientToken: omitted('It belongs to one request.'),
  }),
);

/** A preset as it is shown: the key of a disk is "" where none is named (L33820). */
export function showPreset(data: Preset): Preset {
  const { DataDisks: disks } = data;
  if (disks === undefined) return data;
  return { ...data, DataDisks: disks.map((one) => ({ ...one, KmsKeyId: one.KmsKeyId ?? '' })) };
}
