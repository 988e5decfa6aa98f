// Publishing: what would go live, what stands against it, and a word for those who come after.
import { Rocket } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../parts/button.tsx';
import { useBuilder } from '../builder-context.ts';
import { later } from '../../parts/later.tsx';

const PublishDialog = later(async () => (await import('./publish-dialog.tsx')).PublishDialog);

export function PublishButton() {
  const { saver, mayWrite } = useBuilder();
  const { revision } = useStore(saver.judged);
  const { kind } = useStore(saver.state);
  const [isOpen, setOpen] = useState(false);
  const isChanged = revision > 0 || kind !== 'saved';
  if (!mayWrite) return null;
  return (
    <>
      <Button
        look="main"
        icon={<Rocket size={15} aria-hidden="true" />}
        disabled={!isChanged}
        title={isChanged ? undefined : 'What is worked on is live already'}
        onClick={() => setOpen(true)}
      >
        Publish
      </Button>
      {isOpen && (
        <Suspense>
          <PublishDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
