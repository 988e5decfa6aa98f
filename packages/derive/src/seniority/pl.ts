// Polish. "Kierownik" and "menedżer" are managers, "dyrektor" a director, also of finances; the "dyrektor zarządzający"
// or "generalny", the board ("zarząd") and owners are C-level. Starszy is senior, młodszy junior.
import type { TitleWords } from './levels.ts';

export const pl: TitleWords = {
  levels: {
    intern: `stażysta, stażystka, praktykant, praktykantka, studentka, uczeń, uczennica, doktorant, doktorantka,
      aplikant, aplikantka`,
    junior: `młodszy, młodsza, absolwent, absolwentka`,
    senior: `starszy, starsza, główny specjalista, główna specjalistka, główny inżynier, ekspert wiodący`,
    manager: `kierownik, kierowniczka, zastępca kierownika, menedżer, menedżerka, menadżer, menadżerka, menager, lider zespołu,
      liderka zespołu, lider, liderka, brygadzista, brygadzistka, mistrz, naczelnik, główny księgowy, główna księgowa,
      szef działu, szefowa działu, szef zespołu, szefowa zespołu, koordynator zespołu`,
    director: `dyrektor, dyrektorka, zastępca dyrektora, wicedyrektor, wicedyrektorka, szef, szefowa, prokurent,
      redaktor naczelny, redaktorka naczelna`,
    vp: `wiceprezydent`,
    c_level: `prezes, prezeska, prezes zarządu, wiceprezes, wiceprezeska, wiceprezes zarządu, zarząd, członek zarządu,
      członkini zarządu, członek rady nadzorczej, dyrektor zarządzający, dyrektor generalny, dyrektor naczelny,
      dyrektor wykonawczy, dyrektorka zarządzająca, dyrektorka generalna, właściciel, właścicielka, współwłaściciel,
      współwłaścicielka, założyciel, założycielka, współzałożyciel, współzałożycielka, przedsiębiorca, wspólnik,
      wspólniczka, prezydent, przewodniczący, przewodnicząca`,
  },
  aides: `asystent, asystentka, sekretarz, sekretarka`,
  topics: `ds, dla, w, we, z, ze, od, były, była, spraw`,
  beneath: `przy, biuro zarządu`,
  joins: `i, oraz`,
  ignored: `szef kuchni, mistrz kuchni, szefowa kuchni`,
};
