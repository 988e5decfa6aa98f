// Dutch. Leads a team, a project or a department: manager. "Hoofd" of a function and "directeur" are directors; the
// "algemeen directeur", the owner and the board are C-level.
import type { TitleWords } from './levels.ts';

export const nl: TitleWords = {
  levels: {
    intern: `stagiair, stagiaire, stagiere, leerling, werkstudent, studente, scholier, promovendus, promovenda,
      afstudeerder, afstudeerstagiair`,
    junior: `starter, pas afgestudeerd, net afgestudeerd`,
    senior: `hoofdingenieur, hoofdontwikkelaar`,
    manager: `leidinggevende, teamleider, teamleidster, projectleider, projectleidster, afdelingshoofd, hoofd van de afdeling,
      hoofd afdeling, bedrijfsleider, filiaalleider, ploegleider, afdelingsleider, afdelingschef, chef inkoop, chef magazijn,
      chef verkoop, chef werkplaats, voorman,
      uitvoerder`,
    director: `directeur, directrice, adjunct directeur, hoofd, directielid, lid directie, unithoofd, sectorhoofd,
      hoofdredacteur, clusterdirecteur`,
    vp: `vice president, vicepresident`,
    c_level: `algemeen directeur, directeur eigenaar, directeur grootaandeelhouder, bestuurder, bestuursvoorzitter,
      voorzitter raad van bestuur, lid raad van bestuur, raad van bestuur, bestuurslid, statutair directeur, eigenaar,
      eigenaresse, mede eigenaar, medeeigenaar, oprichter, oprichtster, medeoprichter, mede oprichter, ondernemer,
      ondernemster, zaakvoerder, zaakvoerster, gedelegeerd bestuurder, vennoot, =partner`,
  },
  endings: {
    intern: `stagiair, stagiaire`,
    manager: `leider, leidster, hoofd`,
    director: `directeur`,
    aide: `assistent, assistente, secretaresse, secretaris`,
  },
  aides: `assistente, secretaresse, secretaris`,
  topics: `van, voor, bij, op, binnen, voormalig, oud`,
  beneath: `aan, ter ondersteuning van`,
  joins: `en`,
  ignored: `stagebegeleider, stagecoördinator`,
};
