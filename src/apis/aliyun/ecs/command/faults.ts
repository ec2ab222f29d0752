import type { FaultWords } from '#apis/fault-words.ts';
import type { commandFaults } from '#resources/command/faults.ts';

/**
 * Codes of the pages of Cloud Assistant, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-runcommand
 */
export const commandFaultWords: FaultWords<typeof commandFaults> = {
  codes: {
    notFound: 'InvalidCmdId.NotFound 404',
    invocationNotFound: 'InvalidInvokeId.NotFound 404',
    languageUnknown: ['InvalidCmdType.NotFound 403', 'InvalidCmdType.NotFound 404'],
    nameTooLong: ['CmdName.ExceedLimit 403', 'InvalidParameter'],
    descriptionTooLong: ['CmdDesc.ExceedLimit 403', 'InvalidParameter'],
    contentMalformed: ['CmdContent.DecodeError 403', 'InvalidParameter'],
    contentTooLong: ['CmdContent.ExceedLimit 403', 'InvalidParameter'],
    userNameTooLong: 'Username.ExceedLimit 403',
    timeoutOutOfRange: 'InvalidParameter',
    quotaExceeded: 'CmdCount.ExceedQuota 403',
    parameterNameMalformed: ['CmdParam.InvalidParamName 403', 'InvalidParameter'],
    parameterNameEmpty: ['CmdParam.EmptyKey 403', 'Parameter.NotMatched 403', 'InvalidParameter'],
    parameterNameTooLong: [
      'CmdParamName.ExceedLimit 403',
      'ParameterKey.ExceedLimit 403',
      'InvalidParameter',
    ],
    parameterTwice: ['ParameterKey.Duplicate 403', 'InvalidParameter'],
    tooManyParameters: ['ParameterCount.ExceedLimit 403', 'InvalidParameter'],
    parametersOff: ['Parameter.Disabled 404', 'InvalidParameter'],
    parametersMalformed: 'InvalidParameter',
    parameterUnknown: ['Parameter.NotMatched 403', 'InvalidParameter'],
    tooManyInstances: ['InstanceIds.ExceedLimit 403', 'InvalidParameter'],
    instanceNotFound: 'InvalidInstance.NotFound 404',
    instanceUnfit: 'InvalidInstance.NotMatch 403',
    scheduleNotServed: 'InvalidParam.Frequency 403',
    frequencyMissing: 'MissingParam.Frequency 403',
    pageNumberOutOfRange: ['InvalidParam.PageNumber 403', 'InvalidParameter'],
    pageSizeOutOfRange: ['InvalidParam.PageSize 403', 'InvalidParameter'],
    fileTooLarge: 'FileSize.ExceedLimit 403',
    fileNameTooLong: 'FileName.ExceedLimit 403',
    fileDescriptionTooLong: 'FileDesc.ExceedLimit 403',
    fileDirectoryMalformed: 'FileTargetDir.Invalid 403',
    fileModeMalformed: 'FileMode.Invalid 403',
    fileContentMalformed: 'FileContent.DecodeError 403',
    fileEncodingUnknown: 'FileContentType.Invalid 403',
  },
  messages: {
    notFound: 'The specified command ID does not exist.',
    quotaExceeded: 'The region has {limit} commands.',
    parameterUnknown: 'The command has no custom parameter {name}.',
    parametersMalformed: 'Parameters must be a JSON object of texts.',
    contentMalformed: 'CommandContent must be Base64.',
    tooManyParameters: 'There may be {limit} custom parameters.',
    instanceNotFound: 'The specified instance does not exist: {instance}.',
    instanceUnfit:
      'The instance {instance} must run, and have a system for the type of the command.',
    scheduleNotServed: 'Commands are run at once here: leave Frequency out, and RepeatMode Once.',
  },
};
