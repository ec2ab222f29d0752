// https://cloud.tencent.com/document/api/213/30404 (seed 004 L10960)
import { action } from '#apis/context.ts';
import { families } from '#catalogue/tencent/types.ts';
import { localName } from '#catalogue/tencent/regions.ts';
import { structure } from '#wire/builders.ts';
import * as model from '../models/describe-instance-family-configs.ts';

/** The families of the catalogue, in the order of the page's answer (L10995-11188). */
export const describeInstanceFamilyConfigs = action.read({
  model,
  input: structure({}),
  handle: async ({ language }) => ({
    InstanceFamilyConfigSet: families.map((words) => ({
      InstanceFamilyName: localName(words, language),
      InstanceFamily: words.family,
    })),
  }),
});
