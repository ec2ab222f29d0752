import { getPreset } from '#resources/launch-template/verbs/get-template.ts';
import type { ReadScope } from '#resources/scope.ts';
import { verb } from '#resources/verb.ts';
import { decoder } from '#wire/decode.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import { type RunAsked, runAskedBy, type RunGiven, runGiven } from './run-fields.ts';

/** What templates keep, and what is read of a request, has keys in the place of ids. */
const decodeKept = decoder(
  { ...runGiven, fields: { ...runGiven.fields, RegionId: { kind: 'string' } } },
  {
    flattened: false,
    jsonTexts: false,
    unknown: 'ignore',
    emptyIsAbsent: true,
    parseId: (_, key) => key,
  },
);

/**
 * RunInstances after what its template presets. A template is checked when it is launched from, not
 * when it is made (CreateLaunchTemplate), and what is given beside it wins, parameter by parameter:
 * SystemDisk.Size is one, a list such as DataDisk.N is one.
 */
export const presetRun = verb(
  [getPreset],
  async (scope: ReadScope & { readonly region: string }, given: RunGiven): Promise<RunAsked> => {
    const { LaunchTemplateId: template, LaunchTemplateName: name } = given;
    const { LaunchTemplateVersion: version } = given;
    if (template === undefined && name === undefined) {
      if (version === undefined) return runAskedBy(given);
      const problem = 'is missing: it goes with LaunchTemplateVersion';
      throw new ParameterFault(undefined, {
        constraint: 'missing',
        at: 'LaunchTemplateId',
        problem,
      });
    }
    const named = { region: scope.region, vendor: 'aliyun', template, name, version };
    const preset = await getPreset(scope, named);
    return runAskedBy(decodeKept(over(preset, given)) as RunGiven);
  },
);

type Values = Readonly<Record<string, unknown>>;

/** The values of both; those given win. */
function over(preset: Values, given: Values): Values {
  const merged: Record<string, unknown> = { ...preset };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const before = merged[name];
    merged[name] = isGroup(before) && isGroup(value) ? over(before, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
