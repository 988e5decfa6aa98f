// What roles are called on pages.
import type { Role } from '../access/roles.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  admin: 'Admin',
  marketing: 'Marketing',
  sales: 'Sales',
  viewer: 'Viewer',
};
