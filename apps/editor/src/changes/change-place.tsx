// A way to what was changed, where there is a screen that shows it.
import { Link } from '@tanstack/react-router';
import type { Change } from './changes-query.ts';

const classes = 'text-accent underline';

export function ChangePlace({ change }: { readonly change: Change }) {
  const { action, subject } = change;
  const kind = action.slice(0, action.indexOf('.'));
  switch (kind) {
    case 'form':
    case 'draft':
      return (
        <Link to="/forms/$form" params={{ form: subject }} className={classes}>
          Open the form
        </Link>
      );
    case 'agreement':
      return /^\d+$/.test(subject) ? (
        <Link to="/agreement/versions/$version" params={{ version: subject }} className={classes}>
          Open version {subject}
        </Link>
      ) : (
        <Link to="/agreement" className={classes}>
          Open the agreement
        </Link>
      );
    case 'lead':
      return subject === '' || action === 'lead.erased' ? null : (
        <Link to="/inbox/$lead" params={{ lead: subject }} className={classes}>
          Open the lead
        </Link>
      );
    case 'account':
      return (
        <Link to="/companies/$domain" params={{ domain: subject }} className={classes}>
          Open the company
        </Link>
      );
    default:
      return null;
  }
}
