import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What `GET /metrics` shows. Labels are bounded: names we publish, never what a client sent. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'dialect' | 'service' | 'action' | 'code'>;
  readonly requestSeconds: Histogram<'dialect'>;
  readonly commits: Counter;
  readonly commitWrites: Counter;
  readonly workflowSteps: Counter<'kind' | 'outcome'>;
  readonly workflowsActive: Gauge;
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** One set of metrics of its own registry, so that several clouds in one process do not mix. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'yuntai_requests_total',
      help: 'Requests answered, by dialect, service, action and vendor code (OK when none).',
      labelNames: ['dialect', 'service', 'action', 'code'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'yuntai_request_seconds',
      help: 'Time from the whole request received to the answer handed to the socket.',
      labelNames: ['dialect'],
      buckets: SECONDS,
      registers,
    }),
    commits: new Counter({
      name: 'yuntai_store_commits_total',
      help: 'Durable commits of the store.',
      registers,
    }),
    commitWrites: new Counter({
      name: 'yuntai_store_writes_total',
      help: 'Writes carried by those commits; the quotient is the size of a group.',
      registers,
    }),
    workflowSteps: new Counter({
      name: 'yuntai_workflow_steps_total',
      help: 'Workflow steps run, by kind and outcome.',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    workflowsActive: new Gauge({
      name: 'yuntai_workflows_active',
      help: 'Workflows this process is running right now.',
      registers,
    }),
  };
}
