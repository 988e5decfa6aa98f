// Italian. "Responsabile", "capo" and "quadro" are managers, "direttore" and "dirigente" directors; the "direttore
// generale", "amministratore delegato" and the "titolare" are C-level. "Amministratore" alone tells no rank.
import type { TitleWords } from './levels.ts';

export const it: TitleWords = {
  levels: {
    intern: `stagista, in stage, tirocinante, tirocinio, studente, studentessa, apprendista, praticante, dottorando,
      dottoranda, laureando, laureanda`,
    junior: `neolaureato, neolaureata, neoassunto, neoassunta, neodiplomato`,
    senior: `ingegnere capo`,
    manager: `responsabile, capo progetto, capoprogetto, capo area, capoarea, capo reparto, caporeparto, capo ufficio,
      capoufficio, capo servizio, caposervizio, capo squadra, caposquadra, capo cantiere, capocantiere, capoturno,
      capo turno, capo settore, quadro, quadro direttivo, supervisore, gestore`,
    director: `direttore, direttrice, vicedirettore, vicedirettrice, vice direttore, vice direttrice, condirettore,
      dirigente, caporedattore, caporedattrice`,
    vp: `vicepresidente, vice presidente`,
    c_level: `amministratore delegato, amministratrice delegata, amministratore unico, amministratrice unica,
      direttore generale, direttrice generale, presidente, titolare, contitolare, fondatore, fondatrice, cofondatore,
      cofondatrice, co fondatore, proprietario, proprietaria, imprenditore, imprenditrice, socio fondatore,
      socia fondatrice, socio amministratore, socio unico, =socio, =socia, membro del consiglio,
      consigliere delegato, consigliere di amministrazione`,
  },
  aides: `assistente, segretario, segretaria, addetto alla segreteria`,
  topics: `di, del, della, dello, dei, delle, degli, dell, presso, per, nel, nella, già`,
  beneath: `alla, allo`,
  joins: `ed`,
  ignored: `amministratore di sistema, responsabile stage, quadro comandi`,
};
