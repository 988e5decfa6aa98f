// Portuguese. "Gerente", "gestor", "chefe" and "coordenador", who leads a team between analysts and managers, are
// managers; "diretor" and "superintendente" directors; the "diretor geral", "executivo" or "presidente" is C-level.
import type { TitleWords } from './levels.ts';

export const pt: TitleWords = {
  levels: {
    intern: `estagiário, estagiária, estágio, aprendiz, jovem aprendiz, menor aprendiz, estudante, bolsista,
      doutorando, doutoranda, aluno, aluna`,
    junior: `júnior, recém formado, recém formada`,
    senior: `sênior`,
    manager: `gerente, gestor, gestora, coordenador, coordenadora, chefe, encarregado, encarregada, supervisor,
      supervisora, responsável, líder de equipe, líder de equipa, líder de projeto, líder técnico, subgerente`,
    director: `diretor, diretora, director, directora, subdiretor, subdiretora, diretor adjunto, diretora adjunta,
      superintendente, gerente geral`,
    vp: `vice presidente, vicepresidente, vp`,
    c_level: `diretor geral, diretora geral, director geral, directora geral, diretor executivo, diretora executiva,
      diretor presidente, diretora presidente, presidente, presidenta, administrador delegado, fundador, fundadora,
      cofundador, cofundadora, co fundador, proprietário, proprietária, dono, dona, empresário, empresária,
      empreendedor, empreendedora, sócio fundador, sócia fundadora, sócio administrador, sócia administradora,
      sócio gerente, sócia gerente, sócio proprietário, sócia proprietária, sócio diretor, =sócio, =sócia,
      membro do conselho, conselho de administração`,
  },
  aides: `assistente, secretário, secretária, auxiliar`,
  topics: `do, da, dos, das, em, no, na, nos, nas, pela, pelo, antigo, antiga`,
  beneath: `ao, aos`,
  joins: `e`,
  ignored: `chefe de cozinha, coordenador de estágio, coordenadora de estágio, coordenador de estágios, dona de casa`,
};
