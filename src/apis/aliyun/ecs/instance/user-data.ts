import { base64Bytes } from '#kernel/base64.ts';

/** UserData before it is encoded: seed 003 L534 and today's SDK; seeds 001, 002 had 16 KB. */
export const userDataBytesMax = 32 * 1024;

/**
 * What is wrong with UserData: `notBase64` is InvalidUserData.Base64FormatInvalid, `tooLarge`
 * InvalidUserData.SizeExceeded.
 */
export function userDataIssue(userData: string): 'notBase64' | 'tooLarge' | undefined {
  const bytes = base64Bytes(userData);
  if (bytes === undefined) return 'notBase64';
  return bytes > userDataBytesMax ? 'tooLarge' : undefined;
}
