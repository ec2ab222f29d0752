import { parameterTemplateTable } from '#store/schema/parameter-template.ts';
import { noun } from '../noun.ts';
import { parameterTemplateFaults } from './faults.ts';

/** Addresses and services that rules name together. */
export const parameterTemplateNoun = noun({
  name: 'parameter-template',
  tables: { parameter_templates: parameterTemplateTable },
  onReset: 'goes',
  faults: parameterTemplateFaults,
  tagged: 'parameter_templates',
  limits: { parameterTemplatesPerKindMax: 100 },
  limitsBy: { parameterTemplatesPerKindMax: ['region'] },
});
