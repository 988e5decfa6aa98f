// What changed a score, in words. Pure.
import type { ScoreHistory } from '@baton/worker/api-types';

type Change = Pick<ScoreHistory['scores'][number], 'cause' | 'agreement'>;

export function causeInWords({ cause, agreement }: Change): string {
  switch (cause.kind) {
    case 'submission':
      return `Sent ${cause.form}`;
    case 'behaviour': {
      const what = cause.path ?? cause.event ?? 'something';
      return cause.many > 1 ? `${what} and ${cause.many - 1} more` : what;
    }
    case 'agreement':
      return `Version ${agreement} of the agreement came into force`;
    case 'merged':
      return 'Another lead of the same person was merged into it';
    case 'unmerged':
      return 'What had been merged into it was taken apart';
    case 'rescore':
      return 'Time passed';
  }
}
