// First values that come from the page's address.
import type { Part } from '../part.ts';

export const part: Part = ({ form, write }) => {
  for (const field of form.querySelectorAll<HTMLElement>('[data-url]')) {
    const { url = '', field: id = '' } = field.dataset;
    const value = new URLSearchParams(location.search).get(url);
    if (value) write(field, { [id]: value });
  }
};
