// The way of leads, how quickly they are answered, why they are rejected and what people ask, as the API tells of them.
import { expect, test } from 'vitest';
import type { Witness } from './witness.ts';

const parts = [
  ['readReviewFunnel', '/api/review/funnel'],
  ['readReviewSpeed', '/api/review/speed'],
  ['readReviewRejections', '/api/review/rejections'],
  ['readReviewAsked', '/api/review/asked'],
] as const;

export function tellOfReviewFunnel({ seen, submit }: Witness): void {
  test.each(parts)(
    '%s counts what there is, narrowed down or not, and refuses no period',
    async (id, path) => {
      const owned: Witness['seen'] = (operation, status, method, at, ask = {}) =>
        seen(operation, status, method, at, { owner: true, ...ask });
      await submit(`${id.toLowerCase()}@funnel.example`);
      expect(await owned(id, 200, 'GET', path)).toMatchObject({ asOf: expect.any(String) });
      await owned(id, 200, 'GET', `${path}?by=company&source=&tier=hot&tier=mql&from=2020-01-01`);
      await owned(id, 422, 'GET', `${path}?from=2026-02-30`);
      await owned(id, 422, 'GET', `${path}?from=2026-02-02&to=2026-02-01`);
      await seen(id, 401, 'GET', path);
    },
  );
}
