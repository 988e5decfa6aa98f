// What tells machines from people, and what each of it costs visitors.
import { costInWords, costOf, editProtection, protectionOf, usualCost } from '../../draft/edit-consent.ts';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { Section } from '../../parts/split.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { SwitchedNumber } from './switched-number.tsx';

const costs = [20_000, usualCost, 200_000, 1_000_000] as const;
const counted = new Intl.NumberFormat('en');

export function ProtectionSettings() {
  const { store } = useBuilder();
  const protection = useDraft(protectionOf);
  const change = (patch: Parameters<typeof editProtection>[1], group?: string): void =>
    store.edit((draft) => editProtection(draft, patch), group);
  const { turnstile } = protection;
  return (
    <Section
      title="Protection"
      about="What looks like a machine’s is put aside with its reasons, never refused: a person who was taken for one is not lost."
    >
      <Check
        label="A trap that people cannot see"
        hint="Always there. Programs fill it in; visitors notice nothing."
        checked
        disabled
        readOnly
      />
      <SwitchedNumber
        label="Sent too soon to be typed"
        hint="Costs visitors nothing. Keep it short: browsers fill in addresses by themselves."
        unit="seconds"
        range={{ min: 0, max: 3600 }}
        value={protection.minSeconds}
        usual={3}
        onValue={(minSeconds) => change({ minSeconds }, 'min seconds')}
      />
      <SwitchedNumber
        label="Too many from one place"
        hint="Of one block of addresses. A whole office may share one: leave room."
        unit="an hour"
        range={{ min: 1, max: 10_000, step: 1 }}
        value={protection.maxPerHour}
        usual={20}
        onValue={(maxPerHour) => change({ maxPerHour }, 'max per hour')}
      />
      <ProofOfWork cost={costOf(protection)} onCost={(proofOfWork) => change({ proofOfWork })} />
      <div className="space-y-2">
        <Check
          label="Cloudflare Turnstile"
          hint="A widget that mostly lets people pass unasked. It loads a script from Cloudflare: say so where you tell of privacy. Without JavaScript, submissions are put aside."
          checked={turnstile !== undefined}
          onChange={({ target }) => change({ turnstile: target.checked ? { siteKey: '' } : undefined })}
        />
        {turnstile !== undefined && (
          <div className="pl-6.5">
            <TextField
              label="Site key"
              maxLength={200}
              value={turnstile.siteKey}
              spellCheck={false}
              autoComplete="off"
              error={turnstile.siteKey.trim() === '' ? 'Turnstile needs its site key.' : undefined}
              hint={
                <>
                  Whoever runs Baton sets the key’s secret as{' '}
                  <code className="text-ink">BATON_TURNSTILE_SECRET</code>. Until then people pass unchecked.
                </>
              }
              onChange={({ target }) =>
                change({ turnstile: { ...turnstile, siteKey: target.value.trim() } }, 'site key')
              }
            />
          </div>
        )}
      </div>
    </Section>
  );
}

type ProofProps = {
  readonly cost: number | undefined;
  readonly onCost: (proofOfWork: true | { readonly cost: number } | undefined) => void;
};

function ProofOfWork({ cost, onCost }: ProofProps) {
  const isListed = costs.some((one) => one === cost);
  return (
    <div className="space-y-2">
      <Check
        label="A sum for the browser"
        hint="Each submission costs some work, which is nothing to a visitor and much to whoever sends thousands. Without JavaScript, submissions are put aside."
        checked={cost !== undefined}
        onChange={({ target }) => onCost(target.checked ? true : undefined)}
      />
      {cost !== undefined && (
        <div className="pl-6.5">
          <SelectField
            label="How much work"
            value={cost}
            hint={costInWords(cost)}
            onChange={({ target }) => {
              const next = Number(target.value);
              onCost(next === usualCost ? true : { cost: next });
            }}
          >
            {[...costs, ...(isListed ? [] : [cost])]
              .sort((one, other) => one - other)
              .map((one) => (
                <option key={one} value={one}>
                  {`${counted.format(one)} tries at most${one === usualCost ? ', as usual' : ''}`}
                </option>
              ))}
          </SelectField>
        </div>
      )}
    </div>
  );
}
