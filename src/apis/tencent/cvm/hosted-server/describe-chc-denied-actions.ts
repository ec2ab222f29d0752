// https://cloud.tencent.com/document/api/213/64985 (seed 004 L22850)
import { action } from '#apis/context.ts';
import { requireServers } from '#resources/hosted-server/verbs/servers.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/describe-chc-denied-actions.ts';
import { chcIdsMeant } from './chc-fields.ts';
import { chcStates } from './chc-states.ts';

export const describeChcDeniedActions = action.read({
  model,
  input: { ChcIds: chcIdsMeant },
  output: { ChcHostDeniedActionSet: { item: { fields: { ChcId: id('hosted-server') } } } },
  handle: async (context, { ChcIds: keys }) => {
    const servers = await requireServers(context, { region: context.region, keys });
    return {
      ChcHostDeniedActionSet: servers.map(({ key, state }) => ({
        ChcId: key,
        State: chcStates[state].state,
        DenyActions: chcStates[state].denied,
      })),
    };
  },
});
