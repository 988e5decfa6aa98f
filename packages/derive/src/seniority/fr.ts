// French. "Chef de …" and "responsable" are managers, "directeur" a director, also of finances or sales; the "directeur
// général", deputy or not, and the "gérant" of a company are C-level.
import type { TitleWords } from './levels.ts';

export const fr: TitleWords = {
  levels: {
    intern: `stagiaire, =stage, en stage, alternant, alternante, alternance, en alternance, apprenti, apprentie, étudiant, étudiante,
      contrat pro, doctorant, doctorante, élève ingénieur, lycéen, lycéenne`,
    junior: `débutant, débutante, jeune diplômé, jeune diplômée`,
    senior: `sénior, expérimenté, expérimentée, ingénieur en chef, référent technique, référente technique`,
    manager: `responsable, chef de projet, cheffe de projet, chef de projets, cheffe de projets, chef de produit,
      cheffe de produit, chef de produits, chef de service, cheffe de service, chef d équipe, cheffe d équipe,
      chef de secteur, cheffe de secteur, chef de groupe, cheffe de groupe, chef de département, cheffe de département,
      chef de rayon, cheffe de rayon, chef de bureau, chef de chantier, cheffe de chantier, chef des ventes,
      cheffe des ventes, chef de publicité, chef d atelier, chef d agence, chef de pôle, superviseur, superviseuse,
      encadrant, encadrante, gérant de magasin, gérante de magasin, contremaître, agent de maîtrise, conducteur de travaux`,
    director: `directeur, directrice, sous directeur, sous directrice, directeur adjoint, directrice adjointe, drh, daf, dsi,
      dircom, cadre dirigeant, cadre dirigeante, secrétaire général, secrétaire générale, membre du comité de direction,
      rédacteur en chef, rédactrice en chef, chef de cabinet,
      cheffe de cabinet`,
    vp: `vice président, vice présidente`,
    c_level: `pdg, président directeur général, présidente directrice générale, président, présidente, directeur général,
      directrice générale, directeur général adjoint, directrice générale adjointe, dg, dga, gérant, gérante,
      cogérant, cogérante, dirigeant, dirigeante, chef d entreprise, cheffe d entreprise, fondateur, fondatrice,
      cofondateur, cofondatrice, propriétaire, entrepreneur, entrepreneuse, associé gérant, associée gérante,
      associé fondateur, associée fondatrice, =associé, =associée, membre du directoire, président du directoire,
      membre du comité exécutif, membre du conseil d administration, administrateur délégué, patron, patronne`,
  },
  aides: `assistant, assistante, secrétaire, adjoint de direction, adjointe de direction, attaché de direction,
    attachée de direction`,
  topics: `de, du, des, chez, pour, à la, au sein, dans, ancien, ancienne, ex`,
  beneath: `au, aux, auprès`,
  joins: `et, ainsi que`,
  ignored: `chargé de stage, chargée de stage, conseil d administration, responsable des stages, maître de stage`,
};
