// What programs call a field: its id, which never changes.
import type { KindProps } from '../use-field-settings.ts';

export function ProgramName({ field }: KindProps) {
  return (
    <p className="text-xs text-soft">
      Webhooks and conditions call this field{' '}
      <code className="rounded bg-ink/6 px-1 py-0.5 text-ink">{field.id}</code>. That never changes.
    </p>
  );
}
