// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyprefixlist
import { changePrefixList } from '#resources/prefix-list/verbs/prefix-lists.ts';
import { prefixListFaults } from '#resources/prefix-list/faults.ts';
import { action } from '#apis/context.ts';
import * as model from '../models/modify-prefix-list.ts';
import { entriesOf, givenEntries, prefixListFields } from './prefix-list-fields.ts';

export const modifyPrefixList = action.write({
  model,
  input: {
    ...prefixListFields,
    AddEntry: givenEntries,
    RemoveEntry: {
      max: 200,
      reasons: { count: prefixListFaults.tooManyEntries },
      item: { fields: { Cidr: givenEntries.item.fields.Cidr } },
    },
  },
  handle: (context, input) =>
    changePrefixList(context, {
      list: input.PrefixListId,
      region: context.region,
      name: input.PrefixListName,
      description: input.Description,
      add: entriesOf(input.AddEntry),
      remove: (input.RemoveEntry ?? []).map(({ Cidr }) => Cidr),
    }),
});
