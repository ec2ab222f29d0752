// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createprefixlist
import { prefixListFaults } from '#resources/prefix-list/faults.ts';
import { addPrefixList } from '#resources/prefix-list/verbs/prefix-lists.ts';
import { action } from '#apis/context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-prefix-list.ts';
import {
  addressFamily,
  entriesOf,
  families,
  givenEntries,
  prefixListFields,
} from './prefix-list-fields.ts';

export const createPrefixList = action.write({
  model,
  input: {
    ...prefixListFields,
    AddressFamily: addressFamily,
    MaxEntries: { min: 1, max: 200, reasons: { range: prefixListFaults.sizeOutOfRange } },
    Entry: givenEntries,
    Tag: givenTags,
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    const { key } = await addPrefixList(context, {
      region: context.region,
      name: input.PrefixListName,
      description: input.Description ?? '',
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      family: families[input.AddressFamily],
      entriesMax: input.MaxEntries,
      entries: entriesOf(input.Entry),
      tags: checkedTags(input.Tag),
    });
    return { PrefixListId: key };
  },
});
