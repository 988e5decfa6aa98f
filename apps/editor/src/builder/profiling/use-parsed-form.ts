// The draft as the worker would read it, or what keeps it from being read.
import type { Form } from '@baton/form';
import { parseForm } from '@baton/form/document';
import { useDeferredValue, useMemo } from 'react';
import { useBuilder, useDraft } from '../builder-context.ts';

/** Null: it has mistakes. */
export function useParsedForm(): Form | null {
  const { attributes } = useBuilder();
  const draft = useDeferredValue(useDraft((whole) => whole));
  return useMemo(() => {
    const parsed = parseForm(draft, { catalogue: attributes, behaviours: null, tiers: null, draft: true });
    return parsed.ok ? parsed.value : null;
  }, [draft, attributes]);
}
