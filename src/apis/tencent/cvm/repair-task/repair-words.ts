import type { EventState, Subject, SystemEvent } from '#resources/system-event/system-event.ts';

/** What a task may be of; here each is of an instance (seed 004 L34216). */
export const products = ['CVM', 'CDH', 'CPM2.0'] as const;

interface Words {
  readonly type: number;
  readonly name: string;
  /** AuthType: moved or rebooted when stopped for it (2), a disk replaced (3), maintained (6). */
  readonly auth: number;
  readonly detail: string;
}

/** TaskTypeId, its name, AuthType and TaskDetail (L38508-38524, L38706-38734, L34441, L34494). */
export const taskWords: Readonly<Record<Subject, Words>> = {
  risk: {
    type: 101,
    name: '实例运行隐患',
    auth: 2,
    detail: '云服务器所在宿主机存在隐患，可能导致高负载或宕机。授权后将停机迁移至其他宿主机。',
  },
  down: {
    type: 102,
    name: '实例运行异常',
    auth: 2,
    detail: '云服务器所在宿主机已宕机。授权后将在其他宿主机上恢复运行。',
  },
  disk: {
    type: 103,
    name: '实例硬盘异常',
    auth: 3,
    detail: '云服务器的硬盘出现异常。授权后将在线更换硬盘。',
  },
  network: {
    type: 104,
    name: '实例网络连接异常',
    auth: 2,
    detail: '云服务器所在宿主机的网络连接异常。授权后将停机迁移至其他宿主机。',
  },
  overload: {
    type: 105,
    name: '实例运行预警',
    auth: 2,
    detail: '云服务器的运行状况需要关注。授权后将重启云服务器。',
  },
  'disk-risk': {
    type: 106,
    name: '实例硬盘预警',
    auth: 3,
    detail: '云服务器的硬盘可能发生故障。授权后将在线更换硬盘。',
  },
  upgrade: {
    type: 107,
    name: '实例维护升级',
    auth: 6,
    detail: '云服务器所在宿主机需要升级。授权后将在线维护，云服务器继续运行。',
  },
};

/**
 * TaskStatus, DeviceStatus and OperateStatus, which go together (L38526-38582). One that failed
 * waits to be authorised again, so no status is needed for it.
 */
export const statusOf: Readonly<Record<EventState, number>> = {
  inquiring: 1,
  failed: 1,
  executing: 2,
  executed: 3,
  scheduled: 4,
  canceled: 5,
  avoided: 6,
};

/** AuthSource (L38736-38746). */
export function authSourceOf({ authorisedBy }: SystemEvent): string {
  return authorisedBy === null ? 'Waiting_auth' : authSources[authorisedBy];
}

const authSources = {
  user: 'Customer_auth',
  system: 'System_mandatory_auth',
  policy: 'Pre_policy_auth',
} as const;
