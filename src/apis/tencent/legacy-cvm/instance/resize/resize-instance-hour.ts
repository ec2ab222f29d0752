// https://cloud.tencent.com/doc/api/229/调整实例配置（按量计费） (seed 004 L54211)
import { action } from '#apis/context.ts';
import { structure } from '#wire/builders.ts';
import { instanceToResize, resizeFields, resizeInstance } from './resize-asked.ts';

/** The same of an instance that is paid by the hour, without bandwidth and orders. */
export const resizeInstanceHour = action.write({
  name: 'ResizeInstanceHour',
  input: structure(resizeFields),
  output: structure({}),
  handle: async (context, input) => {
    const instance = await instanceToResize(context, input.instanceId, 'by use');
    await resizeInstance(context, instance, input);
    return {};
  },
});
