// A picture's numbers as a table: what is heard, printed and saved in its place.

export type ChartTable = {
  readonly columns: readonly string[];
  /** Each as long as the columns; null: nothing known. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** What opens each row to the leads behind it, where something does. */
  readonly opens?: readonly ((() => void) | undefined)[];
};
