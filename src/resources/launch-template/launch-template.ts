import type { Key } from '#kernel/key.ts';
import type { LaunchTemplateRow, NewLaunchTemplateRow } from '#store/schema/launch-template.ts';

/**
 * A launch that is kept, in versions that never change. What a version presets is a request of the
 * vendor that it was made through, since what is given beside it wins field by field.
 */
export interface LaunchTemplate {
  readonly key: Key<'launch-template'>;
  readonly account: string;
  readonly region: string;
  /** Through whom it was made, and may be launched from. */
  readonly vendor: string;
  readonly name: string;
  readonly resourceGroup: string | null;
  readonly defaultVersion: number;
  /** The number that was given last. */
  readonly latestVersion: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

export interface LaunchTemplateVersion {
  readonly version: number;
  readonly description: string;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** A version with what it presets. */
export interface LaunchPreset extends LaunchTemplateVersion {
  readonly data: Readonly<Record<string, unknown>>;
}

/** The template of a row. */
export function launchTemplateOf(row: Omit<LaunchTemplateRow, 'seq'>): LaunchTemplate {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    vendor: row.vendor,
    name: row.name,
    resourceGroup: row.resource_group,
    defaultVersion: row.default_version,
    latestVersion: row.latest_version,
    createdAt: row.created_at,
  };
}

/** The row of a new template. */
export function launchTemplateRow(template: LaunchTemplate): NewLaunchTemplateRow {
  return {
    key: template.key,
    account: template.account,
    region: template.region,
    vendor: template.vendor,
    name: template.name,
    resource_group: template.resourceGroup,
    default_version: template.defaultVersion,
    latest_version: template.latestVersion,
    created_at: template.createdAt,
  };
}
