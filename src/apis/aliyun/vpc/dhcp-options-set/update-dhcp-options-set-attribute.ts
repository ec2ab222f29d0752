// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-updatedhcpoptionssetattribute
import { changeDhcpOptionSet } from '#resources/dhcp-option-set/verbs/dhcp-option-sets.ts';
import { action } from '../../../context.ts';
import * as model from '../models/update-dhcp-options-set-attribute.ts';
import { optionsAsked, setFields } from './dhcp-options-set-shapes.ts';

export const updateDhcpOptionsSetAttribute = action.write({
  model,
  input: setFields,
  handle: (context, input) =>
    changeDhcpOptionSet(context, {
      set: input.DhcpOptionsSetId,
      region: context.region,
      options: optionsAsked(input),
    }),
});
