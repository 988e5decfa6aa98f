// Lines that leave as a table or as JSON line by line, and what an answer of them looks like.
import { byteOrderMark, csvLine } from '@baton/workspace/csv';
import * as z from 'zod';
import type { Page } from '../desk/export/pages.ts';
import type { JsonSchema } from '../openapi/operation.ts';

const formats = ['csv', 'ndjson'] as const;

export type Format = (typeof formats)[number];
export type Line = Page<unknown>['lines'][number];

export const exportQuery = z.object({ format: z.enum(formats).default('csv') });

const text: JsonSchema = { type: 'string' };
export const exportContent = { 'text/csv': text, 'application/x-ndjson': text };

/** What stands before the first line. */
export function headOf(format: Format, columns: readonly string[]): string {
  return format === 'csv' ? byteOrderMark + csvLine(columns) : '';
}

export function written(format: Format, columns: readonly string[], line: Line): string {
  return format === 'ndjson'
    ? `${JSON.stringify(line)}\n`
    : csvLine(columns.map((column) => cellOf(line, column)));
}

export function exportHeaders(format: Format, name: string): Record<string, string> {
  const day = new Date().toISOString().slice(0, 10);
  return {
    'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
    'content-disposition': `attachment; filename="${name}-${day}.${format}"`,
  };
}

function cellOf(line: Line, column: string): string {
  const { attributes } = line;
  const value = column.startsWith('attribute.')
    ? Object(attributes)[column.slice('attribute.'.length)]
    : line[column];
  if (Array.isArray(value)) return value.map(String).join('; ');
  return value === null || value === undefined ? '' : String(value);
}
