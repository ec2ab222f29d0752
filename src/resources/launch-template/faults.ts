import { defineFaults } from '#kernel/fault.ts';

/** Launch templates. */
export const launchTemplateFaults = defineFaults('launch-template', {
  malformed: 'That is no id of a template.',
  notFound: 'There is no such template.',
  versionMalformed: 'That is no version of a template.',
});
