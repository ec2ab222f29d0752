import { listingFaults } from '#resources/listing/faults.ts';
import { string } from '#wire/builders.ts';
import type { LocalName } from '#catalogue/aliyun/regions.ts';

/** In which language names of places are answered. Only Chinese and English have words of ours. */
export const acceptLanguage = string({
  values: ['zh-CN', 'zh-TW', 'en-US', 'ja', 'fr', 'de', 'ko'],
  default: 'zh-CN',
  reasons: { value: listingFaults.languageUnknown },
});

/** The name in the language asked for, English where there is no name in it. */
export function localName(name: LocalName | undefined, language: string): string {
  return (language.startsWith('zh-') ? name?.zh : name?.en) ?? '';
}
