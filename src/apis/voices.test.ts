import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Fault } from '#kernel/fault.ts';
import { faultNouns } from '#resources/nouns.ts';
import { publicImages } from '#resources/image/public-images.ts';
import { aliyunIdKinds } from './aliyun/ids.ts';
import { aliyunVocabulary } from './aliyun/vocabulary.ts';
import { aliyunVoice } from './aliyun/voice.ts';
import type { Vocabulary } from './fault-words.ts';
import { aliyunVpc } from './aliyun/vpc/service.ts';
import { regionsOfVendor, zonesOfVendor } from '#catalogue/places.ts';
import { tencentIdKinds } from './tencent/ids.ts';
import { tencentVocabulary } from './tencent/vocabulary.ts';
import { tencentVoice } from './tencent/voice.ts';
import { tencentVpc } from './tencent/vpc/service.ts';

const voices = [
  { vendor: 'tencent', voice: tencentVoice, kinds: tencentIdKinds },
  { vendor: 'aliyun', voice: aliyunVoice, kinds: aliyunIdKinds },
] as const;
const anyKey = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789')),
  minLength: 8,
  maxLength: 8,
});

test('every kind of id is read back as the key it was made from', () => {
  for (const { voice, kinds } of voices) {
    fc.assert(
      fc.property(anyKey, fc.constantFrom<string>(...kinds), (key, kind) => {
        assert.equal(voice.parseId(kind, voice.renderId(kind, key)), key);
      }),
    );
  }
});

test('so are the places a vendor has, and the public images', () => {
  for (const { vendor, voice } of voices) {
    for (const region of regionsOfVendor(vendor)) {
      assert.equal(voice.parseId('region', voice.renderId('region', region)), region);
      for (const zone of zonesOfVendor(vendor, region)) {
        assert.equal(voice.parseId('zone', voice.renderId('zone', zone)), zone);
      }
    }
    for (const { key } of publicImages) {
      assert.equal(voice.parseId('image', voice.renderId('image', key)), key);
    }
  }
});

test('Tencent’s ids may be malformed; Alibaba’s are unknown, and said again as they came', () => {
  const wrong = [
    ['instance', 'ins-1'],
    ['region', 'cn-hangzhou'],
    ['zone', 'ap-guangzhou-99'],
  ] as const;
  for (const [kind, text] of wrong) assert.equal(tencentVoice.parseId(kind, text), undefined);
  fc.assert(
    fc.property(
      fc.constantFrom('instance', 'image', 'region', 'zone'),
      fc.string(),
      (kind, text) => {
        const key = aliyunVoice.parseId(kind, text) ?? '';
        assert.ok(key.startsWith('?'));
        assert.equal(aliyunVoice.renderId(kind, key), text.slice(0, 128));
      },
    ),
  );
});

test('a refusal that the vendor has words for is said with its ids', () => {
  const fault = faultNouns.vpc.notFound({ vpc: 'abcdefgh' });
  for (const [voice, service, id] of [
    [tencentVoice, tencentVpc, 'vpc-abcdefgh'],
    [aliyunVoice, aliyunVpc, aliyunVoice.renderId('vpc', 'abcdefgh')],
  ] as const) {
    const action = service.actions.find(({ name }) => name === 'DeleteVpc');
    assert.ok(action !== undefined);
    const { code, message } = voice.say(fault, { service, action });
    assert.match(code, /^(?:ResourceNotFound|InvalidVpcId\.NotFound)$/);
    assert.ok(message.includes(id), message);
  }
});

test('one without words is a mistake of ours', () => {
  const [action] = tencentVpc.actions;
  assert.ok(action !== undefined);
  const wordless = new Fault('vpc.nothing', {});
  assert.throws(() => tencentVoice.say(wordless, { service: tencentVpc, action }), /No words/);
});

test('a message names details that its reason has, and none is for a reason without a code', () => {
  for (const vocabulary of [tencentVocabulary, aliyunVocabulary]) {
    for (const [noun, words] of Object.entries<Vocabulary[string]>(vocabulary)) {
      const makers: Readonly<Record<string, { readonly meaning: string } | undefined>> =
        faultNouns[noun as keyof typeof faultNouns];
      for (const [name, message] of Object.entries(words.messages ?? {})) {
        assert.ok(words.codes[name], `${noun}.${name}`);
        if (typeof message !== 'string') continue;
        const [, details = ''] = makers[name]?.meaning.split('Detail: ') ?? [];
        for (const [, detail = ''] of message.matchAll(/\{([^}]*)\}/g)) {
          assert.match(details, new RegExp(`(^|[ ,])${detail}([ ,.:]|$)`), `${noun}.${name}`);
        }
      }
    }
  }
});
