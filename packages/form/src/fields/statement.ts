// Words between questions. It has no answer, ever.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { link, unasked, words } from './config.ts';

export const statement: FieldBehaviour = { normalise: () => undefined };

export const statementConfig = () =>
  z.looseObject({ kind: z.literal('statement'), ...unasked(), ...link(), text: words(10_000) });

export const statementAttributes: readonly AttributeType[] = [];
