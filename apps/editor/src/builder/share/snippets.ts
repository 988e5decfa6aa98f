// What a website needs to have a form: lines to copy, for each way of building websites. Everything that a person wrote
// is escaped; addresses are Baton's own, as visitors reach it.
import type { FormDraft } from '../../draft/form-draft.ts';
import { embedOf } from '../../draft/edit-embed.ts';

export type FormPlace = {
  /** Baton's public address, without a slash at the end. */
  readonly address: string;
  /** The form's name in `/f/…`, with what stands before its id. */
  readonly name: string;
};

export type SnippetKind = 'script' | 'element' | 'react' | 'tag-manager' | 'plain';

export function pageOf({ address, name }: FormPlace): string {
  return `${address}/f/${name}`;
}

export function scriptOf(place: FormPlace): string {
  return `<script async src="${pageOf(place)}.js"></script>`;
}

export function elementOf(place: FormPlace): string {
  return `<!-- once, anywhere on the page -->
${scriptOf(place)}

<!-- where the form is to be -->
<baton-form form="${place.name}"></baton-form>`;
}

export function reactOf({ address, name }: FormPlace): string {
  return `import { BatonForm } from '@baton/react';

export function ContactForm() {
  return <BatonForm form="${name}" src="${address}" />;
}`;
}

/** A tag manager puts its tags where nobody sees them: the form has to be given a place. */
export function tagManagerOf(place: FormPlace, form: Pick<FormDraft, 'embed'>): string {
  const { mode } = embedOf(form);
  const where = mode === 'inline' ? "document.querySelector('main') || document.body" : 'document.body';
  return `<script>
  (function () {
    var place = ${where};
    var form = document.createElement('baton-form');
    form.setAttribute('form', '${place.name}');
    place.appendChild(form);
    var script = document.createElement('script');
    script.async = true;
    script.src = '${pageOf(place)}.js';
    document.head.appendChild(script);
  })();
</script>`;
}

/** What a strict website has to allow. */
export function policyOf({ address }: FormPlace): string {
  return `script-src ${address}; connect-src ${address}`;
}
