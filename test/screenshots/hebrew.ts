// The demo request in Hebrew, to see it from right to left.
import { publish } from '../../packages/page/test/forms.ts';

export const inHebrew = publish({
  name: 'בקשת הדגמה',
  language: 'he',
  steps: [
    {
      id: 'you',
      title: 'קצת עליך',
      fields: [
        { id: 'name', kind: 'text', attribute: 'full_name', label: 'שם', required: true },
        {
          id: 'email',
          kind: 'email',
          label: 'דואר אלקטרוני בעבודה',
          required: true,
          placeholder: 'name@company.co.il',
          help: 'לכאן נשלח את התשובה.',
        },
        {
          id: 'role',
          kind: 'choice',
          label: 'מה מתאר אותך?',
          options: [
            { id: 'lead', label: 'מנהל צוות' },
            { id: 'make', label: 'בונה דברים' },
          ],
        },
        { id: 'urgency', kind: 'rating', label: 'כמה זה דחוף?' },
        { id: 'news', kind: 'consent', label: 'שלחו לי את העלון החודשי. אפשר להפסיק בכל עת.' },
      ],
    },
    { id: 'need', title: 'הצורך', fields: [{ id: 'message', kind: 'textarea', label: 'מה חשוב שנדע?' }] },
  ],
});
