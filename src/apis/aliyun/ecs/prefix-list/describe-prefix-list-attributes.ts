// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeprefixlistattributes
import { getPrefixList } from '#resources/prefix-list/verbs/prefix-lists.ts';
import { time } from '#wire/builders.ts';
import { action } from '#apis/context.ts';
import * as model from '../models/describe-prefix-list-attributes.ts';
import { familyNames } from './prefix-list-fields.ts';

export const describePrefixListAttributes = action.read({
  model,
  output: { CreationTime: time({ form: 'minutes' }) },
  handle: async (context, { PrefixListId: list }) => {
    const found = await getPrefixList(context, { list, region: context.region });
    return {
      AddressFamily: familyNames[found.family],
      CreationTime: found.createdAt,
      Description: found.description,
      Entries: found.entries.map(({ cidr, description }) => {
        return { Cidr: cidr, Description: description };
      }),
      MaxEntries: found.entriesMax,
      PrefixListId: found.key,
      PrefixListName: found.name,
    };
  },
});
