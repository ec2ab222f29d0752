import { base64Bytes } from '#kernel/base64.ts';

/** UserData before it is encoded (seed 004 L8851). */
export const userDataBytesMax = 16 * 1024;

/** What is wrong with UserData, which is sent as Base64. */
export function userDataIssue(userData: string): 'notBase64' | 'tooLarge' | undefined {
  const bytes = base64Bytes(userData);
  if (bytes === undefined) return 'notBase64';
  return bytes > userDataBytesMax ? 'tooLarge' : undefined;
}
