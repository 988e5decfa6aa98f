// Boxes to tick by the dozen: what searches them comes when it is wanted.
import { bring } from '../bring.ts';
import type { Part } from '../part.ts';

const search = bring('.options[data-search]', 'sift');

export const part: Part = (stage) => {
  // The return key sends nothing from where they are searched, also before that has come.
  stage.form.addEventListener('keydown', (event) => {
    const isThere = event.target instanceof Element && event.target.matches('.sift *');
    if (isThere && event.key === 'Enter' && !event.isComposing) event.preventDefault();
  });
  return search(stage);
};
