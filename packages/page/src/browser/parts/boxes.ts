// Boxes to tick by the dozen: what searches them comes when it is wanted.
import { bring } from '../bring.ts';

export const part = bring('.options[data-search]', 'sift');
