// One form at work: its name, what is done with it, and the tab that the address names.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Failed, Loading } from '../parts/state.tsx';
import { Lost } from '../shell/lost.tsx';
import { catalogueQuery, draftQuery, meQuery } from '../server/queries.ts';
import { Refusal } from '../server/refusal.ts';
import { OpenForm } from './open-form.tsx';
import { isBuilderTab } from './tab-names.ts';

export function BuilderScreen() {
  const { form, tab } = useParams({ from: '/forms/$form/$tab' });
  const draft = useQuery(draftQuery(form));
  const attributes = useQuery(catalogueQuery);
  const me = useQuery(meQuery);
  const failed = [draft, attributes, me].find((query) => query.isError);
  if (!isBuilderTab(tab)) return <Lost />;
  if (failed?.error instanceof Refusal && failed.error.status === 404) return <Lost />;
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />;
  if (!draft.data || !attributes.data || !me.data) return <Loading lines={8} label="Loading the form" />;
  return <OpenForm key={form} draft={draft.data} attributes={attributes.data} me={me.data} tab={tab} />;
}
