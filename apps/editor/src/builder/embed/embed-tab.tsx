// How the form stands on a website, when it opens, and which websites may have it.
import { Split } from '../../parts/split.tsx';
import { useBuilder } from '../builder-context.ts';
import { EmbedPreview } from './embed-preview.tsx';
import { ModePicker } from './mode-picker.tsx';
import { OpeningSettings } from './opening-settings.tsx';
import { WebsitesSettings } from './websites-settings.tsx';

export function EmbedTab() {
  const { mayWrite } = useBuilder();
  return (
    <Split disabled={!mayWrite} picture={<EmbedPreview />} pictureName="On a website">
      <ModePicker />
      <OpeningSettings />
      <WebsitesSettings />
    </Split>
  );
}
