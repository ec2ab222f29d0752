import { integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Launch templates. `latest_version` is the number that was given last. */
export const launchTemplateTable = table({
  seq,
  key: keyOf('launch-template'),
  account: text,
  region: text,
  vendor: text,
  name: text,
  resource_group: nullable(text),
  default_version: integer,
  latest_version: integer,
  created_at: integer,
});

/** What each version presets: the launch as its vendor's request has it, as JSON. */
export const launchTemplateVersionTable = table({
  seq,
  template: text,
  version: integer,
  description: text,
  created_at: integer,
  data: text,
});

declare module '../schema.ts' {
  interface Schema {
    launch_templates: ColumnsOf<typeof launchTemplateTable>;
    launch_template_versions: ColumnsOf<typeof launchTemplateVersionTable>;
  }
}

export type LaunchTemplateRow = RowOf<typeof launchTemplateTable>;
export type NewLaunchTemplateRow = NewRowOf<typeof launchTemplateTable>;
export type LaunchTemplateVersionRow = RowOf<typeof launchTemplateVersionTable>;
