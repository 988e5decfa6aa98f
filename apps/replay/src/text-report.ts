// What a replay found, for people: tables that read without a legend.
import { calibrationText } from './calibration-report.ts';
import type { Findings, Ranking } from './findings.ts';
import { sum, type Counts } from './tally.ts';

const mostBadRows = 20;

export function textReport(findings: Findings): string {
  return [
    ...heading(findings),
    ...tierTable(findings),
    ...ranking(findings),
    ...thresholdTable(findings),
    ...(findings.calibration === null ? [] : calibrationText(findings.calibration)),
    ...badRows(findings),
    ...findings.warnings.map((warning) => `! ${warning}`),
  ]
    .join('\n')
    .trimEnd();
}

function heading({ rows, badRows, leads, title }: Findings): string[] {
  if (rows === 0) return [`No lead of ${leads} could be scored.`, ''];
  const under = title === '' ? '' : ` under “${title}”`;
  const bad = badRows === 0 ? '' : `, ${whole(badRows)} could not be`;
  return [`${whole(rows)} ${rows === 1 ? 'lead' : 'leads'} of ${leads} scored${under}${bad}.`, ''];
}

function tierTable({ tiers, rows, qualified, others, outcome }: Findings): string[] {
  if (rows === 0) return [];
  const line = (name: string, from: string, counts: Counts): string[] => [
    name,
    from,
    whole(counts.leads),
    percent(counts.leads, rows),
    ...(outcome === null
      ? []
      : [whole(counts.won + counts.lost), whole(counts.won), percent(counts.won, counts.won + counts.lost)]),
  ];
  const heads = [
    'Tier',
    'From',
    'Leads',
    'Share',
    ...(outcome === null ? [] : ['Outcome known', 'Won', 'Won share']),
  ];
  return [
    ...table([
      heads,
      ...tiers.map(({ id, from, counts }) => line(id, String(from), counts)),
      line('all', '', sum(tiers.map(({ counts }) => counts))),
      heads.map(() => ''),
      line('qualified', '', qualified),
      line('not', '', others),
    ]),
    '',
  ];
}

function ranking({ outcome, heldOut }: Findings): string[] {
  if (outcome === null) return [];
  const last =
    heldOut &&
    `The last ${percent(1 - heldOut.train, 1)} by ${heldOut.column} (${whole(heldOut.rows)} leads): ${inWords(heldOut)}`;
  return [`By ${outcome.column}: ${inWords(outcome)}`, ...(last === null ? [] : [last]), ''];
}

function inWords({ auc, lift20 }: Ranking): string {
  if (auc === null || lift20 === null) return 'AUC and lift need won and lost leads.';
  return `AUC ${auc.toFixed(3)}, lift at 20% ${lift20.toFixed(2)}×.`;
}

function thresholdTable({ outcome, tiers, rows }: Findings): string[] {
  if (outcome === null || rows === 0) return [];
  const named = new Map(tiers.map(({ id, from }) => [from, id]));
  const lines = outcome.thresholds.map(({ from, precision, recall }) => [
    `${from}`,
    precision === null ? '–' : percent(precision, 1),
    recall === null ? '–' : percent(recall, 1),
    named.get(from) ?? '',
  ]);
  return [...table([['Threshold', 'Precision', 'Recall', ''], ...lines], 3), ''];
}

function badRows({ bad, badRows }: Findings): string[] {
  if (badRows === 0) return [];
  const shown = bad.slice(0, mostBadRows).map(({ line, reason }) => `  line ${line}: ${reason}`);
  const more = badRows - shown.length;
  return [`Could not be scored:`, ...shown, ...(more > 0 ? [`  and ${whole(more)} more.`] : []), ''];
}

/** Columns as wide as they must be: the first to the left, and those from `left` on; numbers to the right. */
function table(lines: readonly (readonly string[])[], left = Infinity): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines.map((line) =>
    line
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column >= left ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('   ')
      .trimEnd(),
  );
}

function whole(count: number): string {
  return count.toLocaleString('en');
}

function percent(part: number, of: number): string {
  return of === 0 ? '–' : `${((part / of) * 100).toFixed(1)}%`;
}
