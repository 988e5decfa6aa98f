// Who an agreement may name: the people of a workspace and their teams. Their schema is the workspace's; here
// stands what routing and signing read of them.

export type Party = 'marketing' | 'sales' | 'admin';

/** Days as ISO dates in the agreement's time zone, both included. */
export type Absence = { readonly from: string; readonly to: string };

export type Person = {
  readonly email: string;
  readonly name: string;
  readonly party: Party;
  /** The share of turns in a team, relative to the others'; 1 unless given. */
  readonly weight?: number | undefined;
  /** Handoffs per local day; unlimited unless given. */
  readonly capacity?: number | undefined;
  readonly away?: readonly Absence[] | undefined;
};

export type Team = {
  readonly id: string;
  readonly name?: string | undefined;
  /** E-mail addresses. */
  readonly members: readonly string[];
};
