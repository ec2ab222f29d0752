import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of templates of addresses and services, in neutral words (D10). */
export const parameterTemplateFaults = defineFaults('parameter-template', {
  malformed: 'That is no id of a template.',
  notFound: 'There is no such template in the region. Detail: parameter-template.',
  nameMalformed: 'A template may not have that name.',
  membersMissing: 'A template has members.',
  membersConflict: 'Members are given in one of two ways.',
  addressMalformed: 'That is no address, block or range. Detail: text.',
  serviceMalformed: 'That is no protocol with its ports. Detail: text.',
  memberTwice: 'The same member is there twice. Detail: text.',
  descriptionTooLong: 'A member may not have that description.',
  tooManyMembers: 'A template has no more members. Detail: limit.',
  quotaExceeded: 'The account may have no more templates of that kind. Detail: limit.',
  inUse: 'Rules or groups of templates name the template. Detail: parameter-template.',
});
