import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of launch templates, in neutral words (D10). */
export const launchTemplateFaults = defineFaults('launch-template', {
  malformed: 'That is no id of a template.',
  notFound: 'There is no such template. Detail: launch-template.',
  nameMalformed: 'A template may not have that name.',
  nameTaken: 'There is a template of that name in the region. Detail: name.',
  descriptionMalformed: 'A version may not have that description.',
  versionMalformed: 'That is no version of a template.',
  versionNotFound: 'The template has no such version. Detail: launch-template, version.',
  versionsConflict: 'Versions are named, or the default one is asked for; not both.',
  versionIsDefault: 'The default version stays. Detail: version.',
  alreadyDefault: 'That version is the default one already. Detail: version.',
  tooManyNamed: 'A request does not name that many templates.',
  tooManyVersionsNamed: 'A request does not name that many versions.',
  quotaExceeded: 'The account may have no more templates in the region. Detail: region, limit.',
  versionQuotaExceeded: 'The template may have no more versions. Detail: limit.',
  dataTooLarge: 'A version does not preset that much.',
  passwordNotKept: 'No version keeps a password.',
});
