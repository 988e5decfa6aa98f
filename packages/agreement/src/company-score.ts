// How interesting a company is, from the scores of its people: as good a fit as its best-fitting person, and as engaged and
// as intent as all of them together. Each part stays within the agreement's own limit, so a company and a person are
// measured on one scale. It hands nobody off: only people are qualified.

export type CompanySums = {
  /** Of the person who fits best. */
  readonly fit: number;
  /** Of all people together. */
  readonly engagement: number;
  readonly intent: number;
};

export type CompanyScore = CompanySums & { readonly total: number };

type Limits = Readonly<Record<'fit' | 'engagement' | 'intent', { readonly max: number }>>;

/** total = min(best fit, max) + min(Σ engagement, max) + min(Σ intent, max), each with the maximum of its dimension. */
export function companyScore(sums: CompanySums, score: Limits): CompanyScore {
  const fit = Math.min(sums.fit, score.fit.max);
  const engagement = Math.min(sums.engagement, score.engagement.max);
  const intent = Math.min(sums.intent, score.intent.max);
  return { fit, engagement, intent, total: fit + engagement + intent };
}
