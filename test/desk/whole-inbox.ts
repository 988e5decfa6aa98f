// The inbox as it is asked for when nothing narrows it down.
import type { InboxQuery } from '../../apps/worker/src/desk/inbox/inbox-query.ts';

export const wholeInbox: InboxQuery = {
  view: 'everything',
  q: null,
  owner: null,
  team: null,
  tier: null,
  stage: null,
  form: null,
  source: null,
  state: null,
  deadline: null,
  sort: 'newest',
  limit: 50,
  before: null,
  since: null,
};
