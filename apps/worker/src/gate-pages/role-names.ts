// What roles are called on pages, and what each may do.
import type { Role } from '../access/roles.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  admin: 'Admin',
  marketing: 'Marketing',
  sales: 'Sales',
  viewer: 'Viewer',
};

export const roleMeanings: Readonly<Record<Role, string>> = {
  admin: 'everything, people and keys included',
  marketing: 'forms and their attributes; reads leads',
  sales: 'leads: reports what they did, sends again what did not arrive',
  viewer: 'reads, changes nothing',
};
