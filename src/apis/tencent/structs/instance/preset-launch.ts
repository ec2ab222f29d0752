import { getPreset } from '#resources/launch-template/verbs/get-template.ts';
import type { ReadScope } from '#resources/scope.ts';
import { verb } from '#resources/verb.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import { type LaunchGiven, runInstancesInput, type RunInstancesInput } from './launch-input.ts';
import type { Metadata } from './metadata.ts';

type PresetScope = ReadScope & { readonly region: string };

/** What a version of a template presets of a launch, and how its Metadata meets a launch's. */
export interface Preset extends Partial<LaunchGiven> {
  readonly TemplateDataModifyAction?: 'Update' | 'Replace' | undefined;
}

/**
 * A launch with its defaults, after what its template presets: what is given beside the template
 * stands in the place of it, field by field (seed 004 L8620, L8688).
 */
export const presetLaunch = verb(
  [getPreset],
  async (scope: PresetScope, given: Partial<LaunchGiven>): Promise<RunInstancesInput> => {
    const { LaunchTemplate } = given;
    if (LaunchTemplate === undefined) return withDefaults(runInstancesInput, given);
    const { TemplateDataModifyAction: habit, ...preset } = (await getPreset(scope, {
      region: scope.region,
      vendor: 'tencent',
      template: LaunchTemplate.LaunchTemplateId,
      version: LaunchTemplate.LaunchTemplateVersion,
    })) as Preset;
    const launch = over(preset, given);
    const Metadata =
      habit === 'Update' ? updated(preset.Metadata, given.Metadata) : launch.Metadata;
    return withDefaults(runInstancesInput, { ...launch, Metadata });
  },
);

/** What is given, and the preset of what is not. */
export function over<Given extends object>(preset: Partial<Given>, given: Given): Given {
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...preset, ...(Object.fromEntries(named) as Given) };
}

/** The values of both; what is given wins (L32283-32305). */
function updated(preset: Metadata | undefined, given: Metadata | undefined): Metadata | undefined {
  if (preset === undefined || given === undefined) return given ?? preset;
  const items = [...preset.Items, ...given.Items];
  return { Items: [...new Map(items.map((item) => [item.Key, item])).values()] };
}
