// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancemetadataoptions
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changePlainAttributes } from '#resources/instance/verbs/change-attributes.ts';
import * as model from '../models/modify-instance-metadata-options.ts';

const switched = ['enabled', 'disabled'] as const;

/** HttpPutResponseHopLimit is not available for use, as the SDK says. */
export const modifyInstanceMetadataOptions = action.write({
  model,
  input: {
    InstanceId: { required: true },
    HttpEndpoint: { values: switched, reasons: { value: launchFaults.endpointUnknown } },
    HttpTokens: {
      values: ['optional', 'required'],
      default: 'optional',
      reasons: { value: launchFaults.endpointTokensUnknown },
    },
    HttpPutResponseHopLimit: { deprecated: true },
    InstanceMetadataTags: { values: switched, default: 'disabled' },
  },
  handle: (context, { InstanceId, HttpEndpoint, HttpTokens, InstanceMetadataTags }) =>
    changePlainAttributes(context, {
      keys: [InstanceId],
      region: context.region,
      operation: 'change-attributes',
      change: {
        metadataAccess: { endpoint: HttpEndpoint, tokens: HttpTokens },
        metadataTags: InstanceMetadataTags,
      },
    }),
});
