// Where a form is that an address names: those of the first workspace by their id, those of others behind their
// workspace's, `acme~demo`. A Desk is only asked for where the directory knows one: names that somebody makes up make none.
import { deskOf } from './desk-of.ts';
import type { DeskObject } from './desk-object.ts';
import type { Env } from './env.ts';
import { gateOf } from './gate-of.ts';
import { firstWorkspace } from './workspace-id.ts';
import { isWorkspaceId, prefixOf } from './workspace-id.ts';

export type FormPlace = {
  readonly desk: DurableObjectStub<DeskObject>;
  readonly form: string;
  /** What stands before the form's id in addresses: nothing, or `acme~`. */
  readonly prefix: string;
};

/** The form's id, without `.js`; null when no form could have that name. */
export function formId(name: string): string | null {
  return /^[a-z0-9][a-z0-9_-]{0,99}$/i.test(name) ? name : null;
}

/** Null where there can be no such form. */
export async function formPlace(env: Env, name: string): Promise<FormPlace | null> {
  const { workspace, rest } = splitName(name);
  const form = formId(rest);
  if (form === null || !(await isKnown(env, workspace))) return null;
  return { desk: deskOf(env, workspace), form, prefix: prefixOf(workspace) };
}

/** The Desk that a link of a notification belongs to, and the token in it; null where there is none. */
export async function linkPlace(
  env: Env,
  name: string,
): Promise<{ readonly desk: DurableObjectStub<DeskObject>; readonly token: string } | null> {
  const { workspace, rest } = splitName(name);
  return (await isKnown(env, workspace)) ? { desk: deskOf(env, workspace), token: rest } : null;
}

function splitName(name: string): { readonly workspace: string; readonly rest: string } {
  const at = name.indexOf('~');
  return at < 0
    ? { workspace: firstWorkspace, rest: name }
    : { workspace: name.slice(0, at), rest: name.slice(at + 1) };
}

/** Workspaces are never taken away, so whoever is known stays known. */
const known = new WeakMap<Env['GATE'], Set<string>>();

async function isKnown(env: Env, workspace: string): Promise<boolean> {
  if (workspace === firstWorkspace) return true;
  if (!isWorkspaceId(workspace)) return false;
  const those = known.get(env.GATE) ?? new Set();
  known.set(env.GATE, those);
  if (!those.has(workspace) && (await gateOf(env).isWorkspace(workspace))) those.add(workspace);
  return those.has(workspace);
}
