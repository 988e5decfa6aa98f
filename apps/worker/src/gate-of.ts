// The one Gate of a Baton.
import type { Env } from './env.ts';
import type { GateObject } from './gate-object.ts';

export function gateOf(env: Env): DurableObjectStub<GateObject> {
  return env.GATE.get(env.GATE.idFromName('gate'));
}
