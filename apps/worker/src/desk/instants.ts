// Instants as they leave the Desk: epoch milliseconds within, ISO 8601 in UTC without.

export function iso(at: number): string;
export function iso(at: number | null): string | null;
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
