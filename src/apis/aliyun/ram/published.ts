/** What there is about roles; no package of the vendor's models is at hand that lists the rest. */
export const published = {
  service: 'ram',
  version: '2015-05-01',
  actions: [
    'AttachPolicyToRole',
    'CreateRole',
    'DeleteRole',
    'DetachPolicyFromRole',
    'GetRole',
    'ListPoliciesForRole',
    'ListRoles',
    'ListTagResources',
    'TagResources',
    'UntagResources',
    'UpdateRole',
  ],
} as const;
