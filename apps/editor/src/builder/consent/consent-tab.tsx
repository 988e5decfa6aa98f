// What visitors agree to, what keeps machines out, and what is kept of a visit: each with what it costs.
import { Split } from '../../parts/split.tsx';
import { useBuilder } from '../builder-context.ts';
import { ConsentPreview } from './consent-preview.tsx';
import { ConsentSettings } from './consent-settings.tsx';
import { KeepingSettings } from './keeping-settings.tsx';
import { MarketingSettings } from './marketing-settings.tsx';
import { ProtectionSettings } from './protection-settings.tsx';

export function ConsentTab() {
  const { mayWrite } = useBuilder();
  return (
    <Split disabled={!mayWrite} picture={<ConsentPreview />} pictureName="As visitors see it">
      <ConsentSettings />
      <MarketingSettings />
      <ProtectionSettings />
      <KeepingSettings />
    </Split>
  );
}
