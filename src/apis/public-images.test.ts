import assert from 'node:assert/strict';
import test from 'node:test';
import * as aliyun from '#catalogue/aliyun/images.ts';
import * as tencent from '#catalogue/tencent/images.ts';
import { findPublicImage, publicImages } from '#resources/image/public-images.ts';

test('every public image is named by at least one vendor, and both name the common ones', () => {
  for (const { key, osName } of publicImages) {
    assert.ok(aliyun.publicImageWords(key) ?? tencent.publicImageWords(key), osName);
  }
  const common = aliyun.publicImageKeys.filter((key) => tencent.publicImageKeys.includes(key));
  const names = common.map((key) => findPublicImage(key)?.osName ?? '');
  for (const wanted of ['CentOS', 'Rocky', 'Ubuntu 20.04', 'Ubuntu 22.04', 'Debian']) {
    assert.ok(
      names.some((name) => name.startsWith(wanted)),
      wanted,
    );
  }
  for (const year of [2019, 2022]) {
    assert.equal(names.filter((name) => name.includes(`Windows Server ${year}`)).length, 2);
  }
});
