// The way to where something is put right.
import { useNavigate } from '@tanstack/react-router';
import { useBuilder, useDraft } from '../builder-context.ts';
import { isBuilderTab, type BuilderTab } from '../tab-names.ts';
import type { Place } from './findings.ts';

/** Goes to a place and tells what should have the focus there, if that is on this screen. */
export function useGoTo(): (place: Place) => HTMLElement | null {
  const { store } = useBuilder();
  const form = useDraft(({ id }) => id);
  const navigate = useNavigate();
  const open = (tab: BuilderTab): void => void navigate({ to: '/forms/$form/$tab', params: { form, tab } });
  return (place) => {
    if (place.kind !== 'part') open('build');
    if (place.kind === 'field') {
      store.select({ kind: 'fields', ids: [place.id] });
      const element = document.querySelector<HTMLElement>(`[data-canvas="${CSS.escape(place.id)}"]`);
      element?.scrollIntoView({ block: 'center' });
      return element;
    }
    if (place.kind === 'step') {
      store.select({ kind: 'step', id: place.id });
      return null;
    }
    const tab = tabOf(place.part);
    if (tab === null) store.select({ kind: 'form' });
    open(tab ?? 'build');
    return null;
  };
}

/** Parts of a form that are put right on a tab of another name. */
const elsewhere: Readonly<Record<string, string>> = {
  protection: 'consent',
  journal: 'consent',
  partials: 'consent',
  kiosk: 'consent',
  websites: 'embed',
  language: 'translations',
};

function tabOf(part: string): BuilderTab | null {
  const tab = elsewhere[part] ?? part;
  return isBuilderTab(tab) ? tab : null;
}
