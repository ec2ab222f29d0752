// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancetypes
// Seed 001 L46, 002 L80 and 003 L45 send their readers here for InstanceType.
import { action } from '#apis/context.ts';
import { afterToken, tokenAfter } from '#apis/page-token.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { renderType, type TypeShown } from './render-type.ts';
import { typeAnswers, typeFilters } from './type-filters.ts';
import * as model from '../models/describe-instance-types.ts';

/** As the parameter's text says: clients older than NextToken never ask for another page. */
const PAGE_MAX = 1600;

let shown: readonly TypeShown[] | undefined;

export const describeInstanceTypes = action.read({
  model,
  region: 'none',
  input: {
    ...typeFilters,
    AdditionalAttributes: { deprecated: true },
    MaxResults: { default: PAGE_MAX, min: 1, max: PAGE_MAX },
  },
  handle: (_context, input) => {
    shown ??= aliyunInstanceTypes().map(renderType);
    const from = afterToken(input.NextToken) ?? 0;
    const to = from + input.MaxResults;
    const found = shown.filter((type) => typeAnswers(type, input));
    const NextToken = tokenAfter(to < found.length ? to : undefined);
    return Promise.resolve({ NextToken, InstanceTypes: found.slice(from, to) });
  },
});
