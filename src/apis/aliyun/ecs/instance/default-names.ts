import { aliyunId } from '../../ids.ts';

const WINDOWS_CHARACTERS_MAX = 15;

/** InstanceName where none was given: the id (seeds 001 L130, 002 L92, 003 L182). */
export function defaultInstanceName(key: string): string {
  return aliyunId('instance', key);
}

/** HostName where none was given: the id between iZ and Z, as theirs have it. */
export function defaultHostName(key: string, options: { readonly windows: boolean }): string {
  const id = aliyunId('instance', key).slice('i-'.length);
  return `iZ${options.windows ? id.slice(3 - WINDOWS_CHARACTERS_MAX) : id}Z`;
}
