import { Command } from 'commander';
import { version } from '#server/version.ts';
import { addAccount } from './account.ts';
import { addAccounts } from './accounts.ts';
import { addCa } from './ca.ts';
import { addChc } from './chc.ts';
import { addClock } from './clock.ts';
import { addCoverage } from './coverage.ts';
import { addEnv } from './env.ts';
import { addHost } from './host.ts';
import { addImage } from './image.ts';
import { addInbox } from './inbox.ts';
import { addQuota } from './quota.ts';
import { addReset } from './reset.ts';
import { addServe } from './serve.ts';
import { addSign } from './sign.ts';
import { addSimulator } from './simulator.ts';
import { addStatus } from './status.ts';
import { addStore } from './store.ts';

/** The whole command line; nothing of it runs before it is given arguments. */
export function createProgram(): Command {
  const program = new Command('yuntai')
    .description('A compute cloud of your own behind the APIs of Tencent Cloud CVM and Alibaba ECS')
    .version(version)
    .showHelpAfterError('(add --help for what there is)');

  addServe(program);
  addEnv(program);
  addCa(program);
  addSign(program);
  addInbox(program);
  addClock(program);
  addSimulator(program);
  addChc(program);
  addHost(program);
  addImage(program);
  addAccounts(program);
  addAccount(program);
  addQuota(program);
  addReset(program);
  addStatus(program);
  addStore(program);
  addCoverage(program);
  return program;
}
