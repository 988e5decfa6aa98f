// Swedish. "-chef" and "-ledare" are managers, "direktör" and the head of an area directors; "VD", deputy or not, the
// board and owners are C-level.
import type { TitleWords } from './levels.ts';

export const sv: TitleWords = {
  levels: {
    intern: `praktik, lärling, studerande, elev, doktorand, exjobbare, sommarjobbare`,
    junior: `nyexaminerad, nyutexaminerad`,
    senior: `huvudingenjör, ledande ingenjör`,
    manager: `gruppledare, teamledare, arbetsledare, projektledare, förman, biträdande chef, chef för,
      hr chef, it chef, pr chef, qa chef, crm chef, tf chef`,
    director: `direktör, vice direktör, områdeschef, divisionschef, affärsområdeschef, regionchef, landschef, chefredaktör,
      överläkare`,
    vp: `vice president`,
    c_level: `vd, vice vd, verkställande direktör, vice verkställande direktör, koncernchef, styrelseordförande, ordförande,
      styrelseledamot, styrelsemedlem, ägare, delägare, medägare, grundare, medgrundare, företagare, egenföretagare,
      företagsledare, =partner`,
  },
  endings: {
    intern: `praktikant, student`,
    manager: `chef, ledare, manager`,
    director: `direktör`,
    aide: `assistent, sekreterare`,
  },
  aides: `sekreterare`,
  topics: `för, på, av, inom, hos, vid, tidigare, före detta`,
  beneath: `till`,
  joins: `och`,
  ignored: `studentrådgivare, studentkoordinator, handledare`,
};
