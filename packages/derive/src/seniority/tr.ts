// Turkish. "Müdür" and "yönetici" are managers, "direktör" a director; a deputy of the general manager or president
// is what others call a vice president; general manager, board and owners are C-level. The rank stands last.
import type { TitleWords } from './levels.ts';

export const tr: TitleWords = {
  levels: {
    intern: `stajyer, stajyeri, staj, öğrenci, öğrencisi, çırak, kursiyer, doktora öğrencisi`,
    junior: `yeni mezun, uzman yardımcısı, mühendis yardımcısı`,
    senior: `kıdemli, baş mühendis, başmühendis, baş uzman`,
    manager: `müdür, müdürü, müdire, müdür yardımcısı, müdür vekili, yönetici, yöneticisi, şef, şefi, takım lideri,
      ekip lideri, proje lideri, ustabaşı, amir, amiri, menajer, formen`,
    director: `direktör, direktörü, direktör yardımcısı, grup müdürü, bölüm başkanı, daire başkanı, ülke müdürü,
      genel koordinatör, genel yayın yönetmeni, başhekim, dekan`,
    vp: `başkan yardımcısı, genel müdür yardımcısı, genel müdür yrd, gmy, grup başkanı, başkan vekili`,
    c_level: `genel müdür, genel müdürü, icra kurulu başkanı, icra kurulu üyesi, yönetim kurulu başkanı, yönetim kurulu üyesi,
      yönetim kurulu başkan yardımcısı, yönetim kurulu, başkan, başkanı, kurucu, kurucusu, kurucu ortak, kurucu ortağı, sahibi,
      firma sahibi, şirket sahibi, işletme sahibi, =ortak, =ortağı, yönetici ortak, patron, işveren, girişimci,
      murahhas aza, murahhas üye, şirket müdürü`,
  },
  aides: `asistan, asistanı, sekreter, sekreteri, genel müdür danışmanı, ceo danışmanı, başkan danışmanı,
    yönetim kurulu danışmanı, özel kalem`,
  topics: `eski, emekli`,
  joins: `ve, veya`,
  ignored: `sistem yöneticisi, ağ yöneticisi, veritabanı yöneticisi, veri tabanı yöneticisi, site yöneticisi, şef garson,
    aşçı şef, mutfak şefi, ürün sahibi, öğrenci işleri, öğrenci danışmanı`,
};
