/**
 * What Alibaba calls the public images it has; an image without a row here is not seen there. The
 * image id is a name of its own, not a rendering of the neutral key (D13).
 *
 * Sources of ids: ubuntu_18_04… seed 003 L148, win2008r2… seed 002 L77, _32_23c472… seed 002 L386.
 * The others, and everything besides the ids, are sample data.
 */

export interface PublicImageWords {
  /** ImageId, and ImageName too. */
  readonly imageId: string;
  readonly osName: { readonly zh: string; readonly en: string };
  readonly platform: string;
  readonly imageFamily: string;
  readonly bootMode: string;
}

/** [key, image id, Chinese and English OSName, platform, boot mode]. The two spaces are theirs. */
const rows: ReadonlyArray<readonly [string, string, string, string, string, string]> = [
  [
    'anolis8a',
    'aliyun_3_x64_20G_alibase_20230727.vhd',
    'Alibaba Cloud Linux  3.2104 LTS 64位',
    'Alibaba Cloud Linux  3.2104 LTS 64 bit',
    'Aliyun',
    'UEFI-Preferred',
  ],
  [
    'anolis8y',
    'aliyun_3_arm64_20G_alibase_20240819.vhd',
    'Alibaba Cloud Linux  3.2104 LTS 64位 ARM版',
    'Alibaba Cloud Linux  3.2104 LTS 64 bit ARM Edition',
    'Aliyun',
    'UEFI',
  ],
  [
    'anolis7a',
    'aliyun_2_1903_x64_20G_alibase_20230704.vhd',
    'Alibaba Cloud Linux  2.1903 LTS 64位',
    'Alibaba Cloud Linux  2.1903 LTS 64 bit',
    'Aliyun',
    'BIOS',
  ],
  [
    'l8og963d',
    'centos_7_9_x64_20G_alibase_20220824.vhd',
    'CentOS  7.9 64位',
    'CentOS  7.9 64 bit',
    'CentOS',
    'BIOS',
  ],
  [
    'c610x64a',
    'centos_6_10_x64_20G_alibase_20201120.vhd',
    'CentOS  6.10 64位',
    'CentOS  6.10 64 bit',
    'CentOS',
    'BIOS',
  ],
  [
    'c57i386a',
    '_32_23c472_20120822172155_aliguest.vhd',
    'CentOS  5.7 32位',
    'CentOS  5.7 32 bit',
    'CentOS',
    'BIOS',
  ],
  [
    'no59bf11',
    'rockylinux_9_2_x64_20G_alibase_20230613.vhd',
    'Rocky Linux  9.2 64位',
    'Rocky Linux  9.2 64 bit',
    'Rocky Linux',
    'UEFI-Preferred',
  ],
  [
    'rocky8u8',
    'rockylinux_8_8_x64_20G_alibase_20230613.vhd',
    'Rocky Linux  8.8 64位',
    'Rocky Linux  8.8 64 bit',
    'Rocky Linux',
    'BIOS',
  ],
  [
    'mmytdhbn',
    'ubuntu_24_04_x64_20G_alibase_20240812.vhd',
    'Ubuntu  24.04 64位',
    'Ubuntu  24.04 64 bit',
    'Ubuntu',
    'UEFI-Preferred',
  ],
  [
    '487zeit5',
    'ubuntu_22_04_x64_20G_alibase_20230613.vhd',
    'Ubuntu  22.04 64位',
    'Ubuntu  22.04 64 bit',
    'Ubuntu',
    'UEFI-Preferred',
  ],
  [
    '22trbn9x',
    'ubuntu_20_04_x64_20G_alibase_20230815.vhd',
    'Ubuntu  20.04 64位',
    'Ubuntu  20.04 64 bit',
    'Ubuntu',
    'BIOS',
  ],
  [
    'pi0ii46r',
    'ubuntu_18_04_64_20G_alibase_20190624.vhd',
    'Ubuntu  18.04 64位',
    'Ubuntu  18.04 64 bit',
    'Ubuntu',
    'BIOS',
  ],
  [
    '7ag0z2jt',
    'debian_12_8_x64_20G_alibase_20241216.vhd',
    'Debian  12.8 64位',
    'Debian  12.8 64 bit',
    'Debian',
    'UEFI-Preferred',
  ],
  [
    'debian11',
    'debian_11_7_x64_20G_alibase_20230718.vhd',
    'Debian  11.7 64位',
    'Debian  11.7 64 bit',
    'Debian',
    'BIOS',
  ],
  [
    'm07ny34j',
    'win2022_21H2_x64_dtc_zh-cn_40G_alibase_20240110.vhd',
    'Windows Server  2022 数据中心版 64位中文版',
    'Windows Server  2022 DataCenter Edition 64bit Chinese Edition',
    'Windows Server 2022',
    'BIOS',
  ],
  [
    '9tzezztj',
    'win2022_21H2_x64_dtc_en-us_40G_alibase_20230915.vhd',
    'Windows Server  2022 数据中心版 64位英文版',
    'Windows Server  2022 DataCenter Edition 64bit English Edition',
    'Windows Server 2022',
    'BIOS',
  ],
  [
    'mmy6qctz',
    'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    'Windows Server  2019 数据中心版 64位中文版',
    'Windows Server  2019 DataCenter Edition 64bit Chinese Edition',
    'Windows Server 2019',
    'BIOS',
  ],
  [
    'bhvhr6pr',
    'win2019_1809_x64_dtc_en-us_40G_alibase_20230811.vhd',
    'Windows Server  2019 数据中心版 64位英文版',
    'Windows Server  2019 DataCenter Edition 64bit English Edition',
    'Windows Server 2019',
    'BIOS',
  ],
  [
    'w2008r2e',
    'win2008r2_64_ent_sp1_en-us_40G_alibase_20170915.vhd',
    'Windows Server  2008 R2 企业版 64位英文版',
    'Windows Server  2008 R2 Enterprise Edition 64bit English Edition',
    'Windows Server 2008',
    'BIOS',
  ],
];

/** `acs:` and the image id up to its size: every build of a release is one family. */
function imageFamilyOf(imageId: string): string {
  const [release] = imageId.split(/_\d+G_/);
  return release === undefined || release === imageId ? '' : `acs:${release}`;
}

const wordsByKey: ReadonlyMap<string, PublicImageWords> = new Map(
  rows.map(([key, imageId, zh, en, platform, bootMode]) => [
    key,
    { imageId, osName: { zh, en }, platform, imageFamily: imageFamilyOf(imageId), bootMode },
  ]),
);

const keysByImageId: ReadonlyMap<string, string> = new Map(
  rows.map(([key, imageId]) => [imageId, key]),
);

/** Neutral keys of the public images seen here, in the order they are shown. */
export const publicImageKeys: readonly string[] = [...wordsByKey.keys()];

/** What a public image is called here, or undefined where it is not seen. O(1). */
export function publicImageWords(key: string): PublicImageWords | undefined {
  return wordsByKey.get(key);
}

/** The neutral key of a public image id, or undefined where no public image has it. O(1). */
export function publicImageKey(imageId: string): string | undefined {
  return keysByImageId.get(imageId);
}
