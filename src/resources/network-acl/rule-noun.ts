import { noun } from '../noun.ts';

/** A rule of a network ACL, which is kept with it. */
export const networkAclRuleNoun = noun({ name: 'network-acl-rule', hasIds: true });
