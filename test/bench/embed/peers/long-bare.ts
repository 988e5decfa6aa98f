// The least that decides: answers kept by field, all conditions looked at after each key, the page touched only where
// something changed.
import { place } from './place.ts';

declare const COUNT: number;

const answers: string[] = [];
const rows = Array.from({ length: COUNT }, (_, index) => {
  const row = document.createElement('label');
  const input = document.createElement('input');
  input.name = `f${index}`;
  row.append(`Field ${index}`, input);
  row.hidden = index % 4 > 0;
  row.style.display = row.hidden ? 'none' : 'block';
  input.addEventListener('input', () => {
    answers[index] = input.value;
    rows.forEach((other, at) => {
      const isHidden = at % 4 > 0 && answers[at - (at % 4)] !== 'yes';
      if (other.hidden === isHidden) return;
      other.hidden = isHidden;
      other.style.display = isHidden ? 'none' : 'block';
    });
  });
  return row;
});
place().append(...rows);
