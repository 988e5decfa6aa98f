// The roles that people have in a workspace.

export const roles = ['admin', 'marketing', 'sales', 'viewer'] as const;

export type Role = (typeof roles)[number];

/** Storage and forms hold text; what is no role is null. */
export function roleOf(text: string): Role | null {
  return roles.find((role) => role === text) ?? null;
}
