// Spanish. "Jefe", "gerente", "encargado" and "responsable" are managers, "director" a director; the "director
// general", "director ejecutivo" and "gerente general" run the company and are C-level. "Coordinador" tells no rank.
import type { TitleWords } from './levels.ts';

export const es: TitleWords = {
  levels: {
    intern: `becario, becaria, practicante, pasante, en prácticas, prácticas, estudiante, aprendiz, alumno, alumna,
      doctorando, doctoranda`,
    junior: `recién graduado, recién graduada, recién titulado, recién titulada, principiante`,
    senior: `sénior, ingeniero jefe, ingeniera jefe`,
    manager: `gerente, gerenta, jefe, jefa, encargado, encargada, responsable, subgerente, supervisor, supervisora,
      líder de equipo, líder de proyecto, capataz, mando intermedio, mánager, gestor de equipo`,
    director: `directora, subdirector, subdirectora, director adjunto, directora adjunta, directivo, directiva`,
    vp: `vicepresidente, vicepresidenta, vice presidente, vice presidenta`,
    c_level: `director general, directora general, director ejecutivo, directora ejecutiva, director gerente,
      directora gerente, gerente general, gerenta general, consejero delegado, consejera delegada, presidente, presidenta,
      miembro del consejo, consejero ejecutivo, propietario, propietaria, copropietario, dueño, dueña, fundador,
      fundadora, cofundador, cofundadora, socio fundador, socia fundadora, socio director, socia directora,
      socio gerente, administrador único, administradora única, =socio, =socia, empresario, empresaria, emprendedor,
      emprendedora, alta dirección`,
  },
  aides: `asistente, ayudante, secretario, secretaria, auxiliar`,
  topics: `del, para, en el, en la, antiguo, antigua`,
  beneath: `al`,
  joins: `y`,
  ignored: `responsable de prácticas, tutor de prácticas`,
};
