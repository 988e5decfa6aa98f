// What there is to decide, each leading to where it is decided; what stands on the page of the report itself leads nowhere.
import { Link } from '@tanstack/react-router';
import type { ReviewReport } from '@baton/worker/api-types';
import { linkClasses } from './report-section.tsx';

type AgendaProps = {
  readonly item: ReviewReport['agenda'][number];
  readonly week: ReviewReport['week'];
};

export function AgendaLink({ item: { kind, says, number }, week: { from, to } }: AgendaProps) {
  switch (kind) {
    case 'target':
      return (
        <Link
          to="/review"
          search={{ from, to, ...(number === null ? {} : { number }) }}
          className={linkClasses}
        >
          {says}
        </Link>
      );
    case 'alert':
      return (
        <Link to="/review/alerts" className={linkClasses}>
          {says}
        </Link>
      );
    case 'breaches':
      return (
        <Link to="/review/speed" search={{ from, to }} className={linkClasses}>
          {says}
        </Link>
      );
    case 'agreement':
      return (
        <Link to="/agreement" className={linkClasses}>
          {says}
        </Link>
      );
    case 'outcomes':
      return (
        <Link to="/review/calibration" className={linkClasses}>
          {says}
        </Link>
      );
    case 'questions':
    case 'quality':
      return says;
  }
}
