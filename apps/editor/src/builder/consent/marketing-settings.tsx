// The second box, by which visitors let themselves be written to, and where that is kept of the lead.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { freeId } from '../../draft/ids.ts';
import { Button } from '../../parts/button.tsx';
import { Check, SelectField, TextArea } from '../../parts/field.tsx';
import { Section } from '../../parts/split.tsx';
import { ask } from '../../server/ask.ts';
import { catalogueQuery } from '../../server/queries.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useBuilder } from '../builder-context.ts';
import { useConsent } from './use-consent.ts';

const firstWords = 'You may write to me about products and events. I can stop it at any time.';

export function MarketingSettings() {
  const [{ marketing }, change] = useConsent();
  return (
    <Section title="Newsletter" about="A second box, always free: the form can be sent without it.">
      <Check
        label="Ask whether you may write to them"
        checked={marketing !== undefined}
        onChange={({ target }) => change({ marketing: target.checked ? { text: firstWords } : undefined })}
      />
      {marketing && (
        <>
          <TextArea
            label="Words beside the box"
            rows={3}
            maxLength={5000}
            value={marketing.text}
            error={marketing.text.trim() === '' ? 'The box needs words.' : undefined}
            onChange={({ target }) =>
              change({ marketing: { ...marketing, text: target.value } }, 'marketing text')
            }
          />
          <KeptIn />
        </>
      )}
    </Section>
  );
}

/** The attribute that a tick sets. */
function KeptIn() {
  const { attributes } = useBuilder();
  const [{ marketing }, change] = useConsent();
  if (marketing === undefined) return null;
  const { attribute, ...rest } = marketing;
  const offered = [...attributes.values()].filter(({ type }) => type === 'boolean');
  const isLost = attribute !== undefined && !offered.some(({ id }) => id === attribute);
  const keep = (id: string): void => change({ marketing: id === '' ? rest : { ...rest, attribute: id } });
  return (
    <>
      <SelectField
        label="A tick is kept of the lead as"
        value={attribute ?? ''}
        error={isLost ? 'There is no yes-or-no attribute of this name. Choose another.' : undefined}
        hint="A box that is left free takes nothing back that was given before."
        onChange={({ target }) => keep(target.value)}
      >
        <option value="">Nothing: it stays with the submission</option>
        {offered.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {isLost && <option value={attribute}>{attribute}</option>}
      </SelectField>
      {attribute === undefined && <CreateAttribute onCreated={keep} />}
    </>
  );
}

function CreateAttribute({ onCreated }: { readonly onCreated: (id: string) => void }) {
  const { attributes, mayWrite } = useBuilder();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (!mayWrite) return null;
  const create = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const id = freeId('marketing_consent', new Set(attributes.keys()));
    const attribute = { id, label: 'May be written to', type: 'boolean', about: 'person' };
    try {
      await ask('/api/workspace', { method: 'PUT', body: { format: 1, attributes: [attribute] } });
      await queries.invalidateQueries(catalogueQuery);
      onCreated(id);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button size="small" busy={isBusy} onClick={() => void create()}>
        Create “May be written to”
      </Button>
      {failure !== null && (
        <p role="alert" className="mt-1 text-xs text-bad">
          {refusalInWords(failure)}
        </p>
      )}
    </div>
  );
}
