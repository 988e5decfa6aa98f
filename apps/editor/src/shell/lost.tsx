// An address that leads nowhere.
import { Link } from '@tanstack/react-router';
import { Empty } from '../parts/state.tsx';

export function Lost() {
  return (
    <main>
      <title>Nothing here · Baton</title>
      <Empty
        title="There is nothing at this address"
        action={
          <Link to="/forms" className="text-accent underline">
            To the forms
          </Link>
        }
      />
    </main>
  );
}
