import assert from 'node:assert/strict';
import test from 'node:test';
import { parseTencentId } from '#apis/tencent/ids.ts';
import { findPublicImage } from '#resources/image/public-images.ts';
import { publicImageConstants, publicImageKeys, publicImageWords } from './images.ts';

test('every name belongs to an image, and its id leads back to the key', () => {
  for (const key of publicImageKeys) {
    const words = publicImageWords(key);
    assert.ok(words && findPublicImage(key), key);
    assert.deepEqual(parseTencentId('image', words.imageId), { key });
  }
});

test('names are unique in each language', () => {
  for (const language of ['zh', 'en'] as const) {
    const names = publicImageKeys.map((key) => publicImageWords(key)?.name[language]);
    assert.equal(new Set(names).size, publicImageKeys.length);
  }
});

test('img-9qabwvbn is what the DescribeImages answer shows (seed 004 L25082)', () => {
  const image = findPublicImage('9qabwvbn');
  const words = publicImageWords('9qabwvbn');
  assert.ok(image && words);
  const { zh } = words.name;
  assert.deepEqual(
    {
      LicenseType: publicImageConstants.licenseType,
      ImageId: words.imageId,
      OsName: zh,
      ImageSize: image.sizeGiB,
      ImageType: publicImageConstants.imageType,
      CreatedTime: new Date(image.createdAt).toISOString(),
      ImageState: publicImageConstants.imageState,
      ImageSource: publicImageConstants.imageSource,
      ImageName: zh,
      ImageDescription: zh,
      ImageCreator: publicImageConstants.imageCreator,
      IsSupportCloudinit: image.cloudInit,
      Platform: words.platform,
      Architecture: image.architecture,
    },
    {
      LicenseType: 'TencentCloud',
      ImageId: 'img-9qabwvbn',
      OsName: 'CentOS 7.6 64位',
      ImageSize: 50,
      ImageType: 'PUBLIC_IMAGE',
      CreatedTime: '2020-09-22T00:00:00.000Z',
      ImageState: 'NORMAL',
      ImageSource: 'OFFICIAL',
      ImageName: 'CentOS 7.6 64位',
      ImageDescription: 'CentOS 7.6 64位',
      ImageCreator: 'tencent',
      IsSupportCloudinit: true,
      Platform: 'CentOS',
      Architecture: 'x86_64',
    },
  );
});

test('the images that the samples launch are public Linux images', () => {
  for (const key of ['9qabwvbn', '8toqc6s3', 'pmqg1cw7', 'dkwyg6sr']) {
    assert.equal(findPublicImage(key)?.osFamily, 'linux', key);
    assert.ok(publicImageWords(key), key);
  }
  assert.equal(publicImageWords('9qabwvbn')?.name.en, 'CentOS 7.6 64bit');
  assert.equal(publicImageWords('8toqc6s3')?.name.en, 'CentOS 7.4 64bit');
  assert.equal(publicImageWords('pmqg1cw7')?.name.zh, 'CentOS 6.6 32位');
});

test('an image of the other vendor is not seen here', () => {
  assert.ok(findPublicImage('anolis8a'));
  assert.equal(publicImageWords('anolis8a'), undefined);
});
