// What the card of a lead asks for.
import { queryOptions } from '@tanstack/react-query';
import type {
  Company,
  Duplicates,
  Lead,
  QuestionList,
  ScoreHistory,
  Timeline,
} from '@baton/worker/api-types';
import { ask } from '../../server/ask.ts';

export function leadPath(lead: string): string {
  return `/api/leads/${encodeURIComponent(lead)}`;
}

export function leadQuery(lead: string) {
  return queryOptions({
    queryKey: ['lead', lead],
    queryFn: ({ signal }) => ask<Lead>(leadPath(lead), { signal }),
  });
}

export function companyQuery(lead: string) {
  return queryOptions({
    queryKey: ['lead', lead, 'company'],
    queryFn: ({ signal }) => ask<Company>(`${leadPath(lead)}/company`, { signal }),
  });
}

export function duplicatesQuery(lead: string) {
  return queryOptions({
    queryKey: ['lead', lead, 'duplicates'],
    queryFn: ({ signal }) => ask<Duplicates>(`${leadPath(lead)}/duplicates`, { signal }),
  });
}

export function timelineQuery(lead: string) {
  return queryOptions({
    queryKey: ['lead', lead, 'timeline'],
    queryFn: ({ signal }) => ask<Timeline>(`${leadPath(lead)}/timeline?limit=200`, { signal }),
  });
}

export function questionsQuery(lead: string) {
  return queryOptions({
    queryKey: ['lead', lead, 'questions'],
    queryFn: ({ signal }) =>
      ask<QuestionList>(`/api/questions?limit=50&lead=${encodeURIComponent(lead)}`, { signal }),
  });
}

export function scoresQuery(lead: string) {
  return queryOptions({
    queryKey: ['lead', lead, 'scores'],
    queryFn: ({ signal }) => ask<ScoreHistory>(`${leadPath(lead)}/scores`, { signal }),
  });
}
