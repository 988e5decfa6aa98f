// How workspaces are called in addresses and by which name their Desks are asked for.

/** The workspace that every Baton has from its first start. */
export const firstWorkspace = 'main';

/** An id that may stand in an address, before a `~`. */
export function isWorkspaceId(text: string): boolean {
  return /^[a-z][a-z0-9-]{1,39}$/.test(text);
}

/** What stands before the names of a workspace's forms and links. */
export function prefixOf(workspace: string): string {
  return workspace === firstWorkspace ? '' : `${workspace}~`;
}
