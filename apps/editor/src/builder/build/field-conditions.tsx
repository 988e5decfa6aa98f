// Above a field that comes or must be answered only at times: when, in words.
import { Split } from 'lucide-react';
import { useConditionText } from '../conditions/use-condition-text.ts';

export function FieldConditions({ id }: { readonly id: string }) {
  const shown = useConditionText('field_shown', id);
  const required = useConditionText('field_required', id);
  const words = [
    shown === '' ? '' : `Shown when ${shown}`,
    required === '' ? '' : `Must be answered when ${required}`,
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <p className="mt-6 -mb-3 flex items-center gap-1.5 text-xs text-soft">
      <Split size={12} aria-hidden="true" className="shrink-0" />
      <span className="truncate" title={words.join('. ')}>
        {words.join('. ')}
      </span>
    </p>
  );
}
