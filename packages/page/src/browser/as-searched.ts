// Texts as people search them.

const bare = (text: string) => text.replace(/\p{M}/gu, '');

/** Without accents, in any case. Marks go first: a long run of them takes long to be put in order. */
export const plain = (text: string) => bare(bare(text).normalize('NFD')).toLowerCase().trim();
