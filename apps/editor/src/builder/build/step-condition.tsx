// When a step is shown, in its head: pressed to change it.
import { Split } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useBuilder } from '../builder-context.ts';
import { ConditionWindow } from '../conditions/condition-window.tsx';
import { useConditionText } from '../conditions/use-condition-text.ts';

type Props = {
  readonly step: string;
  readonly isSet: boolean;
  /** Nothing stands before it that it could hang on but the visit itself. */
  readonly isFirst: boolean;
};

export function StepCondition({ step, isSet, isFirst }: Props) {
  const { mayWrite } = useBuilder();
  const text = useConditionText('step_shown', step);
  const [isOpen, setOpen] = useState(false);
  if (!isSet && (isFirst || !mayWrite)) return null;
  const words = isSet ? (text === '' ? 'Only at times' : `When ${text}`) : 'Always shown';
  return (
    <>
      <Button
        look="quiet"
        size="small"
        title={words}
        className="max-w-1/2 shrink-0 text-soft!"
        icon={<Split size={14} aria-hidden="true" className="shrink-0" />}
        onClick={() => setOpen(true)}
      >
        <span className="truncate">{words}</span>
      </Button>
      {isOpen && <ConditionWindow place={{ kind: 'step_shown', id: step }} onClose={() => setOpen(false)} />}
    </>
  );
}
