import type { Image } from './image.ts';

/**
 * [key, operating system, distribution, architecture, GiB, day it was made]
 *
 * An image of the vendors' own distributions goes by the community distribution it is compatible
 * with, which is also what a real machine can be made from.
 */
type Row = readonly [string, string, string, Image['architecture'], number, string];

/**
 * Sources, seed 004: 9qabwvbn L25082-25128; 8toqc6s3 (CentOS 7.4) L10304; pmqg1cw7 L47063-47081,
 * which calls it CentOS 6.6, 32 bits, and x86_64; dkwyg6sr is launched at L9362 and described
 * nowhere. Seed 003 L148 names pi0ii46r, seed 002 L77 w2008r2e and L386 c57i386a, in words of their
 * vendor that are all we know of them. Other sizes and days, and all other images, are sample data.
 */
const rows: readonly Row[] = [
  ['l8og963d', 'CentOS 7.9', 'CentOS', 'x86_64', 20, '2022-08-24'],
  ['9qabwvbn', 'CentOS 7.6', 'CentOS', 'x86_64', 50, '2020-09-22'],
  ['8toqc6s3', 'CentOS 7.4', 'CentOS', 'x86_64', 20, '2018-06-01'],
  ['dkwyg6sr', 'CentOS 7.3', 'CentOS', 'x86_64', 20, '2017-06-01'],
  ['pmqg1cw7', 'CentOS 6.6', 'CentOS', 'x86_64', 20, '1970-01-01'],
  ['c610x64a', 'CentOS 6.10', 'CentOS', 'x86_64', 20, '2020-11-20'],
  ['c57i386a', 'CentOS 5.7', 'CentOS', 'i386', 20, '2012-08-20'],
  ['n7nyt2d7', 'CentOS 8.2', 'CentOS', 'x86_64', 20, '2021-03-01'],
  ['3la7wgnt', 'CentOS 7.8', 'CentOS', 'x86_64', 20, '2021-03-01'],
  ['oikl1tzv', 'CentOS 7.5', 'CentOS', 'x86_64', 20, '2019-06-01'],
  ['6ns5om13', 'CentOS 6.8', 'CentOS', 'x86_64', 20, '2017-06-01'],
  ['no59bf11', 'Rocky Linux 9.2', 'Rocky Linux', 'x86_64', 20, '2023-06-13'],
  ['no575grb', 'Rocky Linux 8.6', 'Rocky Linux', 'x86_64', 20, '2022-08-01'],
  ['rocky8u8', 'Rocky Linux 8.8', 'Rocky Linux', 'x86_64', 20, '2023-06-13'],
  ['mmytdhbn', 'Ubuntu 24.04', 'Ubuntu', 'x86_64', 20, '2024-08-12'],
  ['487zeit5', 'Ubuntu 22.04', 'Ubuntu', 'x86_64', 20, '2023-06-13'],
  ['22trbn9x', 'Ubuntu 20.04', 'Ubuntu', 'x86_64', 20, '2023-08-15'],
  ['pi0ii46r', 'Ubuntu 18.04', 'Ubuntu', 'x86_64', 20, '2019-06-24'],
  ['pyqx34y1', 'Ubuntu 16.04', 'Ubuntu', 'x86_64', 20, '2018-06-01'],
  ['7ag0z2jt', 'Debian 12', 'Debian', 'x86_64', 20, '2024-12-16'],
  ['debian11', 'Debian 11', 'Debian', 'x86_64', 20, '2023-07-18'],
  ['9qrfy1xt', 'OpenCloudOS 9', 'OpenCloudOS', 'x86_64', 20, '2023-11-01'],
  ['eb30mz89', 'OpenCloudOS 8', 'OpenCloudOS', 'x86_64', 20, '2022-03-01'],
  ['6n21msk1', 'OpenCloudOS 9', 'OpenCloudOS', 'x86_64', 20, '2025-03-01'],
  ['7rqxtnh9', 'OpenCloudOS 8', 'OpenCloudOS', 'x86_64', 20, '2025-03-01'],
  ['j5e5hadz', 'OpenCloudOS 9', 'OpenCloudOS', 'x86_64', 20, '2024-03-01'],
  ['028qly2h', 'OpenCloudOS 8', 'OpenCloudOS', 'x86_64', 20, '2023-03-01'],
  ['hdt9xxkt', 'CentOS 7.9', 'CentOS', 'x86_64', 20, '2020-03-01'],
  ['anolis8a', 'Anolis OS 8', 'Anolis OS', 'x86_64', 20, '2023-07-27'],
  ['anolis7a', 'Anolis OS 7', 'Anolis OS', 'x86_64', 20, '2023-07-04'],
  ['anolis8y', 'Anolis OS 8 for ARM', 'Anolis OS', 'arm64', 20, '2024-08-19'],
  ['m07ny34j', 'Windows Server 2022 (Chinese)', 'Windows', 'x86_64', 40, '2024-01-10'],
  ['9tzezztj', 'Windows Server 2022 (English)', 'Windows', 'x86_64', 40, '2023-09-15'],
  ['mmy6qctz', 'Windows Server 2019 (Chinese)', 'Windows', 'x86_64', 40, '2023-08-11'],
  ['bhvhr6pr', 'Windows Server 2019 (English)', 'Windows', 'x86_64', 40, '2023-08-11'],
  ['w2008r2e', 'Windows Server 2008 R2 (English)', 'Windows', 'x86_64', 40, '2017-09-15'],
];

/** Every public image, in the order of the catalogue. Which vendor shows which, its names say. */
export const publicImages: readonly Image[] = rows.map(
  ([key, osName, platform, architecture, sizeGiB, day]) => {
    const isWindows = platform === 'Windows';
    return {
      key,
      visibility: 'public',
      osFamily: isWindows ? 'windows' : 'linux',
      osName,
      platform,
      architecture,
      sizeGiB,
      loginUser: isWindows ? 'Administrator' : 'root',
      cloudInit: architecture !== 'i386',
      createdAt: Date.parse(day),
    };
  },
);

const imagesByKey = new Map(publicImages.map((image) => [image.key, image] as const));

/** A public image by its neutral key, or undefined where there is none. O(1). */
export function findPublicImage(key: string): Image | undefined {
  return imagesByKey.get(key);
}
