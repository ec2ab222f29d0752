// https://cloud.tencent.com/document/api/213/64983 (seed 004 L23046)
import { action } from '#apis/context.ts';
import { hostedServerFaults } from '#resources/hosted-server/faults.ts';
import { changeServers } from '#resources/hosted-server/verbs/servers.ts';
import { string } from '#wire/builders.ts';
import * as model from '../models/modify-chc-attribute.ts';
import { chcIdsMeant, groupIdsAsked } from './chc-fields.ts';

/** Letters, digits and these, eight to sixteen of them (L23093). */
const PASSWORD = /^[0-9A-Za-z()`~!@#$%^&*\-+=_|{}[\]:;'<>,.?/]{8,16}$/;

/** Renames servers, and changes what their controllers are reached by. */
export const modifyChcAttribute = action.write({
  model,
  input: {
    ChcIds: chcIdsMeant,
    InstanceName: { max: 60 },
    DeviceType: { max: 64 },
    BmcUser: {
      max: 64,
      pattern: /^[0-9A-Za-z_-]+$/,
      reasons: { pattern: hostedServerFaults.userMalformed },
    },
    Password: string({ secret: true }),
    BmcSecurityGroupIds: groupIdsAsked,
  },
  handle: (context, { ChcIds: keys, ...input }) => {
    const { InstanceName: name, DeviceType: deviceType, Password: bmcPassword } = input;
    if (name === '' || deviceType === '') throw hostedServerFaults.empty();
    if (bmcPassword !== undefined && !PASSWORD.test(bmcPassword)) {
      const message = 'it has eight to sixteen letters, digits and special characters.';
      throw hostedServerFaults.passwordMalformed({ message });
    }
    const { BmcUser: bmcUser, BmcSecurityGroupIds: groups } = input;
    const change = { name, deviceType, bmcUser, bmcPassword, groups };
    return changeServers(context, { region: context.region, keys, ...change });
  },
});
