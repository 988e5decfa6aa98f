// Which attribute of a workspace holds the job title: found by its id, for workspaces name their attributes freely.
import type { Attribute, Catalogue } from '@baton/rules';

/** The ids looked for, the surest first. */
export const jobTitleIds: readonly string[] = [
  'job_title',
  'title',
  'role_title',
  'position',
  'function',
  'jobtitle',
  'job_role',
  'job',
  'role',
  'occupation',
];

/**
 * The first of {@link jobTitleIds} that is a text about a person. A choice is none: its options are the workspace's
 * own levels already. Null: no attribute holds a job title, so no seniority is derived.
 */
export function jobTitleAttribute(catalogue: Catalogue): Attribute | null {
  for (const id of jobTitleIds) {
    const attribute = catalogue.get(id);
    if (attribute?.type === 'text' && attribute.about === 'person') return attribute;
  }
  return null;
}
