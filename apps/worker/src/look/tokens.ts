// How Baton's own pages look, decided once: colours for light and dark, the letter, corners. Forms on websites are
// themed by whoever owns them and know nothing of this.

/** Custom properties for `:root`, light and dark. */
export const lookTokens = `:root{color-scheme:light dark;--ink:#16181d;--soft:#5b6472;--line:#d9dde3;--ground:#f5f6f8;--card:#fff;--accent:#3b3fd8;--tint:#eef0ff;--on:#fff;--bad:#b42318;--good:#12703f;--warn:#8a5a00;--round:10px;--letter:Inter,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--ink:#eceef2;--soft:#a3acba;--line:#343a45;--ground:#0f1115;--card:#171a20;--accent:#8f93ff;--tint:#22253f;--on:#0f1115;--bad:#ff8a7a;--good:#5fd39a;--warn:#e5b35c}}`;
