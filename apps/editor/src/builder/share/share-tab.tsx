// How the form gets to its visitors, once it is published: lines for websites, a link, a picture of it, and whether it
// is there.
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Empty, Failed, Loading } from '../../parts/state.tsx';
import { formsQuery } from '../../server/queries.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { HostedLink } from './hosted-link.tsx';
import { SiteCheckPanel } from './site-check-panel.tsx';
import { Snippets } from './snippets-panel.tsx';
import type { FormPlace } from './snippets.ts';
import { later } from '../../parts/later.tsx';

const QrPanel = later(async () => (await import('./qr-panel.tsx')).QrPanel);

export function ShareTab() {
  const { me } = useBuilder();
  const form = useDraft(({ id }) => id);
  const forms = useQuery(formsQuery);
  if (forms.isError) return <Failed error={forms.error} again={() => void forms.refetch()} />;
  if (!forms.data) return <Loading lines={6} label="Looking whether it is published" />;
  const version = forms.data.forms.find(({ id }) => id === form)?.version ?? null;
  if (version === null)
    return (
      <Empty title="Publish it first">
        There is nothing to share before visitors can see it. Once it is published, its link and its line for
        your website are here.
      </Empty>
    );
  const place: FormPlace = { address: me.address, name: `${me.formPrefix}${form}` };
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-240 space-y-4 p-4 md:p-8">
        <WrongAddress address={me.address} />
        <Snippets place={place} version={version} />
        <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_264px]">
          <HostedLink place={place} />
          <Suspense fallback={<Loading label="Drawing the QR code" />}>
            <QrPanel place={place} />
          </Suspense>
        </div>
        <SiteCheckPanel place={place} />
      </div>
    </div>
  );
}

/** Every line here leads to Baton's public address: where that is not set, it leads nowhere. */
function WrongAddress({ address }: { readonly address: string }) {
  if (address === location.origin) return null;
  return (
    <p className="rounded-card bg-warn/12 px-4 py-3 text-warn">
      {`Visitors are sent to ${address}, and you are at ${location.origin}. If that is not Baton’s public address, whoever runs it sets `}
      <code>BATON_URL</code>.
    </p>
  );
}
