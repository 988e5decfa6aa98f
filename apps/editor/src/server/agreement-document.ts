// The agreement as the workspace's document holds it: what was signed, with nothing filled in. Only what screens read.

type AgreementBehaviour = {
  readonly id: string;
  readonly says: string;
  readonly match: { readonly path?: string; readonly event?: string };
};

type Dimension = { readonly max: number; readonly behaviours?: readonly AgreementBehaviour[] };

export type AgreementDocument = {
  readonly score: Readonly<Record<'fit' | 'engagement' | 'intent', Dimension>>;
  /** In any order. */
  readonly tiers: readonly { readonly id: string; readonly from: number; readonly followUp?: string }[];
  readonly handoff: { readonly tier: string };
};
