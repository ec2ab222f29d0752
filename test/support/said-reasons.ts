import { aliyunSpeech } from '#apis/aliyun/voice.ts';
import { codeOfFault, type Speech } from '#apis/fault-words.ts';
import type { CodeFound } from '#apis/code-of.ts';
import { services } from '#apis/manifest.ts';
import { speech2017 } from '#apis/tencent/cvm-2017/voice.ts';
import { legacySpeech } from '#apis/tencent/legacy/voice.ts';
import { tencentSpeech } from '#apis/tencent/voice.ts';
import { Fault, type FaultDetail } from '#kernel/fault.ts';
import { instanceStates, legalFrom, type InstanceState } from '#resources/instance/states.ts';
import type { Action } from '#wire/action.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import type { Service } from '#wire/service.ts';
import type { Constraint, Shape } from '#wire/shape.ts';
import { reasonFor } from '#wire/reading.ts';
import { namesInList, reasonsOf } from './reasons-in-code.ts';

/** A reason that an action may refuse for, and the code that its page has for it. */
export interface Said extends CodeFound {
  readonly service: Service;
  readonly action: string;
  readonly reason: string;
}

/** How the generation of a service speaks. */
export function speechOf({ vendor, version }: Service): Speech {
  if (vendor === 'aliyun') return aliyunSpeech;
  if (version === '2017') return speech2017;
  return version === 'legacy' ? legacySpeech : tencentSpeech;
}

let every: readonly Said[] | undefined;

/** What every reason of every action is said as; read off the code once. */
export function everyReasonSaid(): readonly Said[] {
  every ??= services.flatMap((service) =>
    service.actions.flatMap((action) =>
      [...faultsOf(service, action)].map((fault) => said(fault, service, action)),
    ),
  );
  return every;
}

/** What a fault is said as on the page of an action. */
export function said(fault: Fault, service: Service, action: Action): Said {
  const found = codeOfFault(fault, { service, action }, speechOf(service));
  return { ...found, service, action: action.name, reason: fault.reason };
}

/** The file in which a service lists its actions. */
function fileOf({ vendor, service, version }: Service): string {
  if (version === '2017') return 'src/apis/tencent/cvm-2017/service.ts';
  const folder = version === 'legacy' ? `legacy-${service}` : service;
  return `src/apis/${vendor}/${folder}/service.ts`;
}

/** Whatever an action may refuse for: by its shape, and by all that its handler leads to. */
export function* faultsOf(service: Service, action: Action): Generator<Fault> {
  yield* faultsOfShape(action.input, '');
  if (action.mode === 'read' && action.dryRun !== undefined) {
    yield new Fault('request.triedOnly', {});
  }
  const path = fileOf(service);
  const names = namesInList(path, 'actions')[service.actions.indexOf(action)] ?? [];
  for (const reason of reasonsOf(path, names)) {
    for (const detail of detailsOf(reason, action)) yield new Fault(reason, detail);
  }
}

/** What a shape, what is in it and the rules between its fields may refuse. */
function* faultsOfShape(shape: Shape, at: string): Generator<ParameterFault> {
  for (const constraint of constraintsOf(shape)) {
    const own = constraint === 'conflict' ? undefined : reasonFor(shape.reasons, constraint);
    yield new ParameterFault(own, { constraint, at, problem: '' });
  }
  if (shape.kind === 'list') yield* faultsOfShape(shape.item, at);
  if (shape.kind !== 'structure') return;
  for (const { rule, reason } of shape.rules ?? []) {
    const constraint = rule === 'exclusive' ? 'conflict' : 'missing';
    yield new ParameterFault(reason, { constraint, at, problem: '' });
  }
  for (const [name, field] of Object.entries(shape.fields)) yield* faultsOfShape(field, name);
}

/** What can be wrong with a value of a shape. */
function constraintsOf(shape: Shape): ReadonlySet<Constraint> {
  const { reasons = {} } = shape;
  const named = 'reason' in reasons ? [] : Object.keys(reasons);
  const found = new Set<Constraint>(named as Constraint[]);
  if (shape.required === true) found.add('missing');
  switch (shape.kind) {
    case 'string':
      if (shape.min !== undefined || shape.max !== undefined) found.add('length');
      if (shape.values !== undefined) found.add('value');
      return found.add('type').add('pattern');
    case 'integer':
    case 'number':
      if (shape.min !== undefined || shape.max !== undefined) found.add('range');
      if ('values' in shape && shape.values !== undefined) found.add('value');
      return found.add('type');
    case 'time':
      return found.add('malformed');
    case 'id':
      return found.add('type').add('malformed');
    case 'list':
      return found.add('type').add('count');
    case 'filters':
      return found.add('type').add('count').add('missing').add('value');
    case 'record':
    case 'opaque':
      return found;
    case 'boolean':
    case 'structure':
      return found.add('type');
  }
}

/** The states in which an action is legal, by the first word of its name; else it may be none. */
const legalStates: ReadonlyArray<readonly [RegExp, readonly InstanceState[]]> = [
  [/^Start/, legalFrom.start],
  [/^Stop/, legalFrom.stop],
  [/^(?:Reboot|Restart)/, legalFrom.reboot],
  [/^(?:Terminate|Delete|Return)/, legalFrom.terminate],
  [/^Renew/, legalFrom.renew],
  // One that runs is refused where it is not to be stopped for it.
  [/^(?:Associate|Disassociate|Bind|UnBind|ResetInstance)/, ['stopped']],
  [/^(?:Attach|Detach)/, legalFrom.configure],
];

/** The details that a code may depend on; one without any where it depends on none. */
function detailsOf(reason: string, { name }: Action): readonly FaultDetail[] {
  switch (reason) {
    case 'instance.wrongState': {
      const legal = legalStates.find(([word]) => word.test(name))?.[1];
      return instanceStates
        .filter((state) => legal?.includes(state) !== true)
        .map((state) => ({ instance: '00000000', state }));
    }
    case 'instance.inProgress':
      return [{ instance: '00000000' }, { instance: '00000000', same: true }];
    case 'instance.quotaExceeded':
      return ['postpaid', 'prepaid', 'spot'].flatMap((charge) =>
        [1, 0].map((used) => ({ zone: 'a', charge, used, limit: 1 })),
      );
    case 'instance.zoneSoldOut':
      return ['zone', 'host'].map((limit) => ({ zone: 'a', limit }));
    case 'instance-type.soldOut':
      return ['type', 'zone', 'host', 'charge'].flatMap((limit) =>
        ['spot', 'prepaid'].map((charge) => ({ type: 'a', zone: 'a', charge, limit })),
      );
    default:
      return [{}];
  }
}
