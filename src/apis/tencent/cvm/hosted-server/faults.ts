import type { FaultWords } from '#apis/fault-words.ts';
import type { hostedServerFaults } from '#resources/hosted-server/faults.ts';

/** Codes of the pages of CHC servers, and of a launch onto them (seed 004 L22440-23600). */
export const hostedServerFaultWords: FaultWords<typeof hostedServerFaults> = {
  codes: {
    malformed: 'InvalidParameterValue.IncorrectFormat',
    notFound: 'InvalidParameterValue.ChcHostsNotFound',
    tooMany: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue.Range'],
    amountNotEqual: 'InvalidParameterValue.AmountNotEqual',
    wrongState: 'InvalidHost.NotSupported',
    hasDeployment: ['InvalidParameterValue.DeployVpcAlreadyExists', 'InvalidHost.NotSupported'],
    noNetwork: 'InvalidParameterValue.ChcNetworkEmpty',
    noDeployment: 'OperationDenied.ChcInstallCloudImageWithoutDeployNetwork',
    empty: 'InvalidParameterValue.NotEmpty',
    userMalformed: 'InvalidParameter',
    passwordMalformed: 'InvalidPassword',
    wrongType: 'InvalidParameterValue',
    inUse: 'InvalidParameterValue',
    countNotEqual: 'InvalidParameterValue',
  },
  messages: {
    malformed: 'CHC ids have the form chc-xxxxxxxx.',
    notFound: 'The CHC server `{hosted-server}` does not exist.',
    tooMany: 'A hundred CHC servers may be named.',
    amountNotEqual: 'There have to be as many `PrivateIpAddresses` as `ChcIds`.',
    wrongState: 'The CHC server `{hosted-server}` is in a state in which that is denied.',
    hasDeployment: 'The CHC server `{hosted-server}` has a deployment network.',
    noNetwork: 'The CHC server `{hosted-server}` has no network yet.',
    noDeployment: 'The CHC server `{hosted-server}` has no deployment network.',
    empty: 'A value must not be empty.',
    userMalformed: '`BmcUser` has letters, digits, hyphens and underscores.',
    passwordMalformed: '`Password`: {message}',
    wrongType: 'The CHC server `{hosted-server}` is of the type {type}.',
    inUse: 'The CHC server `{hosted-server}` has an instance.',
    countNotEqual: '`InstanceCount` has to be the number of `ChcIds`.',
  },
};
