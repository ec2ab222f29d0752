/** An instance as it was kept before its document became columns. */
export interface DocumentRow {
  readonly seq: number;
  readonly key: string;
  readonly state: string;
  readonly launched_by: string;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly doc: string;
}

/** The document as it was written; what an older version left out is at its default. */
interface Document {
  readonly hostName?: string | null;
  readonly description?: string | null;
  readonly securityGroups?: readonly string[];
  readonly login?: { readonly password?: string | null; readonly keepImageLogin?: boolean };
  readonly internet?: {
    readonly chargeType?: string;
    readonly outMbps?: number;
    readonly inMbps?: number;
    readonly package?: string | null;
  };
  readonly prepaid?: {
    readonly period: number;
    readonly unit: string;
    readonly renewal: string;
    readonly renewalPeriod: number;
  } | null;
  readonly spot?: {
    readonly strategy: string;
    readonly priceLimit: string | null;
    readonly durationHours: number;
    readonly interruption: string;
  } | null;
  readonly stopMode?: string | null;
  readonly isolatedBy?: string | null;
  readonly protected?: boolean;
  readonly releaseAt?: number | null;
  readonly startedAt?: number | null;
  readonly userData?: string | null;
  readonly operationError?: string | null;
  readonly own?: Own;
}

interface Own {
  readonly Metadata?: {
    readonly Items: ReadonlyArray<{ readonly Key: string; readonly Value: string }>;
  };
  readonly ResourceGroupId?: string;
  readonly HttpEndpoint?: string;
  readonly HttpTokens?: string;
  readonly [name: string]: unknown;
}

/** Whether the instance holds nothing: its launch failed. */
export function withoutDocument({ state }: DocumentRow): boolean {
  return state === 'launch-failed';
}

/** The columns that an instance's document becomes, its links and its large texts. */
export function columnsOfDocument(row: DocumentRow) {
  const doc = JSON.parse(row.doc) as Document;
  const { internet = {}, login = {}, prepaid = null, spot = null } = doc;
  const { Metadata, ResourceGroupId, HttpEndpoint, HttpTokens, ...rest } = doc.own ?? {};
  const own = Metadata === undefined ? rest : { ...rest, HasMetadata: true };
  return {
    host_name: doc.hostName ?? null,
    description: doc.description ?? null,
    internet_charge_type: internet.chargeType ?? 'traffic',
    out_mbps: internet.outMbps ?? 0,
    in_mbps: internet.inMbps ?? 0,
    bandwidth_package: internet.package ?? null,
    period: prepaid?.period ?? null,
    period_unit: prepaid?.unit ?? null,
    renewal: prepaid?.renewal ?? null,
    renewal_period: prepaid?.renewalPeriod ?? null,
    renewal_unit: prepaid?.unit ?? null,
    renewal_day: prepaid === null ? null : renewalDayOf(row),
    spot_strategy: spot?.strategy ?? null,
    spot_price_limit: spot?.priceLimit ?? null,
    spot_hours: spot?.durationHours ?? null,
    spot_interruption: spot?.interruption ?? null,
    resource_group: ResourceGroupId ?? null,
    protected: doc.protected === true ? 1 : 0,
    http_endpoint: HttpEndpoint ?? 'enabled',
    http_tokens: HttpTokens ?? 'optional',
    password: login.password ?? null,
    keep_image_login: login.keepImageLogin === true ? 1 : 0,
    started_at: doc.startedAt ?? null,
    stop_mode: doc.stopMode ?? null,
    isolated_by: doc.isolatedBy ?? null,
    release_at: doc.releaseAt ?? null,
    operation_error: doc.operationError ?? null,
    own: Object.keys(own).length === 0 ? null : JSON.stringify(own),
    securityGroups: doc.securityGroups ?? [],
    blobs: {
      'user-data': doc.userData ?? null,
      metadata: metadataText(Metadata),
    },
  };
}

function metadataText(metadata: Own['Metadata']): string | null {
  if (metadata === undefined) return null;
  return JSON.stringify(metadata.Items.map(({ Key, Value }) => [Key, Value]));
}

/** Where a short month has moved the expiry forward, the day on which the first month began. */
function renewalDayOf({ created_at: createdAt, expires_at: expiresAt }: DocumentRow): number {
  const began = new Date(createdAt).getUTCDate();
  if (expiresAt === null) return began;
  const expires = new Date(expiresAt);
  const nextDay = new Date(expiresAt + 86_400_000);
  const isLastOfMonth = nextDay.getUTCDate() === 1;
  return isLastOfMonth ? Math.max(began, expires.getUTCDate()) : expires.getUTCDate();
}

/** What of the document of a network or a group becomes columns. */
export function detailsOf(doc: string, table: 'vpcs' | 'security_groups') {
  const { type, project, resourceGroup } = JSON.parse(doc) as {
    readonly type?: string;
    readonly project?: number;
    readonly resourceGroup?: string;
  };
  const group = { resource_group: resourceGroup ?? null };
  if (table === 'vpcs') return group;
  return { ...group, kind: type ?? null, project: project ?? null };
}
