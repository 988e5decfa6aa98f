// A second copy of the draft, for browsers that are killed: what they put into local storage they write down seconds
// later, what they put into a database at once. At the next visit the younger copy counts. Where there is no database,
// the form does without.
import type { Part } from '../part.ts';

export const part: Part = (stage) => {
  const { form, host, draftKey, storage, store, restore } = stage;
  // What the form puts back, or takes away, before the database answers.
  const before = storage[draftKey] ?? '';
  const opening = indexedDB.open(draftKey);
  const drafts = () => opening.result.transaction('d', 'readwrite').objectStore('d');
  // Drafts and ends begin with when they were kept, so the younger is the greater text. An end is kept in both: a page
  // that goes before the database has written takes its last word back. Where there was neither, neither is younger,
  // and nothing is taken from whoever types already.
  const keep = (end?: Event | false) => {
    if (end) store(draftKey, `[${Date.now()}]`);
    drafts().put(storage[draftKey] ?? '', 0);
  };
  opening.onupgradeneeded = () => opening.result.createObjectStore('d');
  opening.onsuccess = () => {
    const asked: IDBRequest<string | undefined> = drafts().get(0);
    asked.onsuccess = () => {
      const kept = asked.result ?? '';
      if (kept > (storage[draftKey] ?? before)) {
        store(draftKey, kept);
        HTMLFormElement.prototype.reset.call(form);
        // Not before first values have come back.
        setTimeout(restore);
      }
      stage.kept = keep;
      keep();
      // The id is written down before anything goes under it: a browser that is killed on the way sends the same again.
      stage.awaited.push(
        () =>
          new Promise((written) => {
            stage.submissionId(true);
            drafts().transaction.oncomplete = written;
            setTimeout(written, 999);
          }),
      );
      // What another form keeps there by now has not ended.
      host.addEventListener('baton:outcome', (end) => keep(!storage[draftKey] && end));
      form.addEventListener('reset', keep);
    };
  };
};
