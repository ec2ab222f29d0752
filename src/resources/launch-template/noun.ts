import { launchTemplateTable, launchTemplateVersionTable } from '#store/schema/launch-template.ts';
import { noun } from '../noun.ts';
import { launchTemplateFaults } from './faults.ts';

/**
 * Launches that are kept under a name, in versions. How many a region may have is Alibaba's
 * number (its page of CreateLaunchTemplate); that of versions is both vendors' (seed 004 L32645).
 */
export const launchTemplateNoun = noun({
  name: 'launch-template',
  tables: {
    launch_templates: launchTemplateTable,
    launch_template_versions: launchTemplateVersionTable,
  },
  onReset: 'goes',
  faults: launchTemplateFaults,
  hasIds: true,
  tagged: 'launch_templates',
  limits: { launchTemplatesPerRegionMax: 30, launchTemplateVersionsMax: 30 },
  limitsBy: { launchTemplatesPerRegionMax: ['region'] },
});
