import type { MachineState } from '../driver.ts';
import { verbs } from '../verbs.ts';
import type { Verb } from '../verbs.ts';
import { launchNamesIn, zoneIn } from './configuration.ts';
import type { KnownNames } from './configuration.ts';
import { fieldsOf, numberIn, textIn } from '#kernel/json-fields.ts';
import type { Field } from '#kernel/json-fields.ts';
import type { Aim, Provocation } from './provocation.ts';

const EFFECTS: readonly string[] = ['fail', 'slow', 'sold-out', 'seen', 'spot-price'];
const STATES: readonly MachineState[] = ['running', 'stopped', 'absent', 'unknown'];
const AIM = ['effect', 'verb', 'times', 'zone', 'machine', 'key'];

/**
 * A provocation as an operator sends it: the fields of docs/reference/simulator.md as JSON.
 * Names are held against `known` where that has them.
 * @throws Error that names the field and what is expected there.
 */
export function parseProvocation(value: unknown, known: KnownNames = {}): Provocation {
  const whole: Field = { path: '$', value };
  const effect = textIn(required(fieldsOf(whole), 'effect'), EFFECTS) as Provocation['effect'];
  switch (effect) {
    case 'fail': {
      const fields = fieldsOf(whole, [...AIM, 'reason', 'retryable']);
      const { reason, retryable } = fields;
      return {
        effect,
        ...aimIn(fields, known),
        ...(reason && { reason: textIn(reason) }),
        ...(retryable && { retryable: yesOrNo(retryable) }),
      };
    }
    case 'slow': {
      const fields = fieldsOf(whole, [...AIM, 'addedMs']);
      return { effect, ...aimIn(fields, known), addedMs: countIn(required(fields, 'addedMs')) };
    }
    case 'sold-out': {
      const fields = fieldsOf(whole, ['effect', 'type', 'zone', 'charge']);
      return { effect, ...launchNamesIn(fields, known) };
    }
    case 'spot-price': {
      const fields = fieldsOf(whole, ['effect', 'type', 'zone', 'percent']);
      const percent = numberIn(required(fields, 'percent'), { max: 100, fraction: true });
      return { effect, ...launchNamesIn(fields, known), percent };
    }
    case 'seen': {
      const fields = fieldsOf(whole, ['effect', 'machine', 'state']);
      const state = textIn(required(fields, 'state'), STATES) as MachineState;
      return { effect, machine: textIn(required(fields, 'machine')), state };
    }
  }
}

function aimIn(fields: Readonly<Record<string, Field>>, known: KnownNames): Aim {
  const { zone, machine, key } = fields;
  return {
    verb: textIn(required(fields, 'verb'), verbs) as Verb,
    times: countIn(required(fields, 'times')),
    ...(zone && { zone: zoneIn(zone, known) }),
    ...(machine && { machine: textIn(machine) }),
    ...(key && { key: textIn(key) }),
  };
}

function required(fields: Readonly<Record<string, Field>>, name: string): Field {
  const field = fields[name];
  if (field !== undefined) return field;
  throw new Error(`$.${name} is missing.`);
}

function countIn(field: Field): number {
  return numberIn(field, { max: Number.MAX_SAFE_INTEGER });
}

function yesOrNo({ path, value }: Field): boolean {
  if (typeof value === 'boolean') return value;
  throw new Error(`${path} must be true or false.`);
}
