// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describededicatedhosttypes
import { action } from '#apis/context.ts';
import { aliyunHostTypes } from '#catalogue/aliyun/dedicated-host-types.ts';
import * as model from '../models/describe-dedicated-host-types.ts';
import { typesOf } from './render-host.ts';

/** The types that are sold; they are the same in every region (sample data). */
export const describeDedicatedHostTypes = action.read({
  model,
  handle: (_context, { DedicatedHostType: name, SupportedInstanceTypeFamily: family }) => {
    const types = aliyunHostTypes
      .filter((type) => name === undefined || type.name === name)
      .filter((type) => family === undefined || type.families.includes(family));
    return Promise.resolve({
      DedicatedHostTypes: types.map((type) => ({
        DedicatedHostType: type.name,
        Sockets: type.sockets,
        Cores: type.cores,
        TotalVcpus: type.cpu * type.cpuRatioMax,
        MemorySize: type.memoryMiB / 1024,
        PhysicalGpus: 0,
        TotalVgpus: 0,
        GPUSpec: '',
        LocalStorageAmount: 0,
        LocalStorageCapacity: 0,
        LocalStorageCategory: '',
        SupportCpuOverCommitRatio: type.cpuRatioMax > 1,
        CpuOverCommitRatioRange: type.cpuRatioMax > 1 ? `1-${type.cpuRatioMax}` : '',
        SupportedInstanceTypeFamilies: type.families,
        SupportedInstanceTypesList: typesOf(type.families),
      })),
    });
  },
});
