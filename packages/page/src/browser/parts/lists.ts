// Long lists to choose one from: what searches them comes when it is wanted.
import { bring } from '../bring.ts';

export const part = bring('select[data-search]', 'search');
