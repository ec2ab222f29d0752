/**
 * What Tencent calls the public images it has; an image without a row here is not seen there. The
 * image id is `img-` and the neutral key.
 *
 * Sources, seed 004: 9qabwvbn L25082-25128 in Chinese, L10453 in English; 8toqc6s3 L10304;
 * pmqg1cw7 L47063-47081. The others have the ids and names that people publish of their accounts;
 * they and the login users are sample data.
 */

export interface PublicImageWords {
  readonly imageId: string;
  /** ImageName, ImageDescription and OsName (L25082-25128); OsName in English L10453. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly platform: string;
  /** DefaultLoginUser of instances launched here. */
  readonly loginUser: string;
}

/** [key, Chinese name, English name, platform, login user] */
const rows: ReadonlyArray<readonly [string, string, string, string, string]> = [
  ['9qrfy1xt', 'TencentOS Server 3.2 (Final)', 'TencentOS Server 3.2 (Final)', 'TencentOS', 'root'],
  [
    '6n21msk1',
    'TencentOS Server 4 for x86_64',
    'TencentOS Server 4 for x86_64',
    'TencentOS',
    'root',
  ],
  ['7rqxtnh9', 'TencentOS Server 3.3 (TK4)', 'TencentOS Server 3.3 (TK4)', 'TencentOS', 'root'],
  ['eb30mz89', 'TencentOS Server 3.1 (TK4)', 'TencentOS Server 3.1 (TK4)', 'TencentOS', 'root'],
  ['hdt9xxkt', 'TencentOS Server 2.4', 'TencentOS Server 2.4', 'TencentOS', 'root'],
  ['j5e5hadz', 'OpenCloudOS Server 9', 'OpenCloudOS Server 9', 'OpenCloudOS', 'root'],
  ['028qly2h', 'OpenCloudOS Server 8', 'OpenCloudOS Server 8', 'OpenCloudOS', 'root'],
  ['n7nyt2d7', 'CentOS 8.2 64位', 'CentOS 8.2 64bit', 'CentOS', 'root'],
  ['l8og963d', 'CentOS 7.9 64位', 'CentOS 7.9 64bit', 'CentOS', 'root'],
  ['3la7wgnt', 'CentOS 7.8 64位', 'CentOS 7.8 64bit', 'CentOS', 'root'],
  ['9qabwvbn', 'CentOS 7.6 64位', 'CentOS 7.6 64bit', 'CentOS', 'root'],
  ['oikl1tzv', 'CentOS 7.5 64位', 'CentOS 7.5 64bit', 'CentOS', 'root'],
  ['8toqc6s3', 'CentOS 7.4 64位', 'CentOS 7.4 64bit', 'CentOS', 'root'],
  ['dkwyg6sr', 'CentOS 7.3 64位', 'CentOS 7.3 64bit', 'CentOS', 'root'],
  ['6ns5om13', 'CentOS 6.8 64位', 'CentOS 6.8 64bit', 'CentOS', 'root'],
  ['pmqg1cw7', 'CentOS 6.6 32位', 'CentOS 6.6 32bit', 'CentOS', 'root'],
  ['no59bf11', 'Rocky Linux 9.2 64位', 'Rocky Linux 9.2 64bit', 'Rocky Linux', 'root'],
  ['no575grb', 'Rocky Linux 8.6 64位', 'Rocky Linux 8.6 64bit', 'Rocky Linux', 'root'],
  ['mmytdhbn', 'Ubuntu Server 24.04 LTS 64位', 'Ubuntu Server 24.04 LTS 64bit', 'Ubuntu', 'ubuntu'],
  ['487zeit5', 'Ubuntu Server 22.04 LTS 64位', 'Ubuntu Server 22.04 LTS 64bit', 'Ubuntu', 'ubuntu'],
  ['22trbn9x', 'Ubuntu Server 20.04 LTS 64位', 'Ubuntu Server 20.04 LTS 64bit', 'Ubuntu', 'ubuntu'],
  [
    'pi0ii46r',
    'Ubuntu Server 18.04.1 LTS 64位',
    'Ubuntu Server 18.04.1 LTS 64bit',
    'Ubuntu',
    'ubuntu',
  ],
  [
    'pyqx34y1',
    'Ubuntu Server 16.04.1 LTS 64位',
    'Ubuntu Server 16.04.1 LTS 64bit',
    'Ubuntu',
    'ubuntu',
  ],
  ['7ag0z2jt', 'Debian 12.0 64位', 'Debian 12.0 64bit', 'Debian', 'root'],
  [
    'm07ny34j',
    'Windows Server 2022 数据中心版 64位 中文版',
    'Windows Server 2022 DataCenter 64bitCN',
    'Windows',
    'Administrator',
  ],
  [
    '9tzezztj',
    'Windows Server 2022 数据中心版 64位 英文版',
    'Windows Server 2022 DataCenter 64bitEN',
    'Windows',
    'Administrator',
  ],
  [
    'mmy6qctz',
    'Windows Server 2019 数据中心版 64位 中文版',
    'Windows Server 2019 DataCenter 64bitCN',
    'Windows',
    'Administrator',
  ],
  [
    'bhvhr6pr',
    'Windows Server 2019 数据中心版 64位 英文版',
    'Windows Server 2019 DataCenter 64bitEN',
    'Windows',
    'Administrator',
  ],
];

/** What is the same for every public image: seed 004 L25082-25128. */
export const publicImageConstants = {
  imageType: 'PUBLIC_IMAGE',
  imageState: 'NORMAL',
  imageSource: 'OFFICIAL',
  imageCreator: 'tencent',
  licenseType: 'TencentCloud',
} as const;

const wordsByKey: ReadonlyMap<string, PublicImageWords> = new Map(
  rows.map(([key, zh, en, platform, loginUser]) => [
    key,
    { imageId: `img-${key}`, name: { zh, en }, platform, loginUser },
  ]),
);

/** Neutral keys of the public images seen here, in the order they are shown. */
export const publicImageKeys: readonly string[] = [...wordsByKey.keys()];

/** What a public image is called here, or undefined where it is not seen. O(1). */
export function publicImageWords(key: string): PublicImageWords | undefined {
  return wordsByKey.get(key);
}
