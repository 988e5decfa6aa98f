// Which hosts give a mailbox to anybody: portals, access providers, forwarding and privacy services. A domain that
// is a company's own as well as its customers' is left out, for losing a colleague of theirs is worse.

/** Names that a provider holds in so many countries that any suffix will do: `yahoo.co.jp`, `gmx.at`. */
const everywhere: readonly string[] = ['aol', 'gmx', 'googlemail', 'hotmail', 'yahoo'];

// Words that others registered too, so each country is named.
const live = `com at be ca ch cl cn com.ar com.au com.mx com.my com.ph com.pt com.sg co.kr co.uk co.za de dk fi fr
  hk ie in it jp nl no ru se`;
const outlook = `com at be bg cl co.id co.il co.nz co.th com.ar com.au com.br com.es com.gr com.hr com.mx com.pe
  com.tr com.ua com.vn cz de dk ee es fi fr hu ie in it jp kr lt lv my ph pl pt ro sa se sg si sk`;

const worldwide = `gmail.com icloud.com mac.com me.com privaterelay.appleid.com msn.com passport.com windowslive.com
  ymail.com rocketmail.com myyahoo.com aim.com netscape.net compuserve.com cs.com verizon.net
  mail.com email.com iname.com post.com usa.com europe.com asia.com consultant.com engineer.com accountant.com
  techie.com writeme.com dr.com myself.com contractor.net cheerful.com workmail.com inbox.com lycos.com excite.com
  bigfoot.com usa.net care2.com latinmail.com starmedia.com
  proton.me protonmail.com protonmail.ch pm.me passmail.net passinbox.com passfwd.com
  tuta.com tuta.io tutamail.com tutanota.com tutanota.de keemail.me
  fastmail.com fastmail.fm fastmail.net fastmail.co.uk fastmail.de fastmail.jp sent.com eml.cc
  hey.com hush.com hush.ai hushmail.com hushmail.me lavabit.com mailfence.com runbox.com startmail.com riseup.net
  disroot.org countermail.com soverin.net pobox.com onmail.com duck.com mozmail.com simplelogin.com aleeas.com
  slmail.me anonaddy.me zoho.com zoho.eu zoho.in zohomail.com zohomail.eu zohomail.in`;

const americas = `att.net ameritech.net bellsouth.net flash.net nvbell.net pacbell.net prodigy.net sbcglobal.net
  snet.net swbell.net comcast.net cox.net charter.net rr.com earthlink.net mindspring.com juno.com netzero.com
  netzero.net optonline.net optimum.net suddenlink.net windstream.net centurylink.net centurytel.net embarqmail.com
  qwest.net q.com frontiernet.net mchsi.com mediacombb.net wowway.com insightbb.com hughes.net peoplepc.com
  sympatico.ca shaw.ca telus.net videotron.ca bell.net cogeco.ca sasktel.net mts.net xplornet.com
  uol.com.br bol.com.br terra.com.br ig.com.br oi.com.br globo.com globomail.com r7.com zipmail.com.br pop.com.br
  superig.com.br ibest.com.br click21.com.br brturbo.com.br veloxmail.com.br
  prodigy.net.mx arnet.com.ar ciudad.com.ar fibertel.com.ar speedy.com.ar terra.cl vtr.net 123mail.cl terra.com.pe
  speedy.com.pe une.net.co etb.net.co cantv.net adinet.com.uy racsa.co.cr andinanet.net coqui.net`;

const westernEurope = `btinternet.com btopenworld.com talk21.com virginmedia.com virgin.net ntlworld.com
  blueyonder.co.uk sky.com talktalk.net tiscali.co.uk plus.com tesco.net freeserve.co.uk fsnet.co.uk orange.net
  lineone.net eircom.net iol.ie
  web.de t-online.de freenet.de arcor.de vodafonemail.de online.de mail.de email.de posteo.de posteo.net mailbox.org
  magenta.de o2mail.de o2online.de alice.de alice-dsl.net kabelmail.de unitybox.de versanet.de netcologne.de
  ewetel.net osnanet.de lycos.de firemail.de directbox.com smart-mail.de epost.de
  aon.at chello.at inode.at utanet.at liwest.at kabsi.at tele2.at bluewin.ch hispeed.ch sunrise.ch swissonline.ch
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr 9online.fr cegetel.net club-internet.fr numericable.fr
  noos.fr bbox.fr aliceadsl.fr voila.fr libertysurf.fr tiscali.fr caramail.com caramail.fr nordnet.fr
  skynet.be telenet.be scarlet.be proximus.be belgacom.net pandora.be voo.be brutele.be tvcablenet.be pt.lu
  ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl chello.nl home.nl upcmail.nl quicknet.nl zonnet.nl
  tele2.nl casema.nl telfort.nl online.nl solcon.nl zeelandnet.nl`;

const southernEurope = `telefonica.net movistar.es ono.com ya.com terra.es jazzfree.com euskalnet.net wanadoo.es
  mundo-r.com sapo.pt telepac.pt netcabo.pt clix.pt iol.pt portugalmail.pt netvisao.pt aeiou.pt
  libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it inwind.it iol.it blu.it email.it katamail.com
  teletu.it supereva.it poste.it tele2.it
  otenet.gr forthnet.gr hol.gr mailbox.gr freemail.gr
  mynet.com superonline.com ttmail.com ttnet.net.tr e-kolay.net`;

const northernEurope = `telia.com comhem.se bredband.net spray.se home.se swipnet.se passagen.se glocalnet.net
  bostream.nu ownit.nu online.no getmail.no broadpark.no c2i.net frisurf.no lyse.net start.no
  mail.dk jubii.dk mail.tele.dk post.tele.dk stofanet.dk webspeed.dk youmail.dk ofir.dk tdcadsl.dk
  luukku.com suomi24.fi kolumbus.fi saunalahti.fi elisanet.fi inet.fi netti.fi welho.com simnet.is internet.is
  inbox.lv inbox.lt inbox.ee mail.ee hot.ee online.ee neti.ee apollo.lv`;

const easternEurope = `wp.pl o2.pl onet.pl onet.eu op.pl vp.pl interia.pl interia.eu interia.com poczta.fm intmail.pl
  gazeta.pl tlen.pl go2.pl autograf.pl buziaczek.pl amorki.pl spoko.pl neostrada.pl poczta.pl
  seznam.cz email.cz post.cz spoluzaci.cz centrum.cz atlas.cz volny.cz tiscali.cz quick.cz
  azet.sk centrum.sk post.sk zoznam.sk pobox.sk atlas.sk stonline.sk
  freemail.hu citromail.hu t-online.hu indamail.hu vipmail.hu mailbox.hu upcmail.hu invitel.hu chello.hu
  abv.bg mail.bg dir.bg gbg.bg net.hr inet.hr siol.net amis.net volja.net email.si eunet.rs sbb.rs ptt.rs
  mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru yandex.com yandex.by yandex.kz yandex.ua ya.ru narod.ru
  rambler.ru lenta.ru ro.ru autorambler.ru myrambler.ru pochta.ru qip.ru hotbox.ru tut.by mail.kz
  ukr.net i.ua meta.ua bigmir.net online.ua email.ua`;

const asia = `qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn sina.com.cn sohu.com aliyun.com
  tom.com 139.com 189.cn wo.cn wo.com.cn 263.net eyou.com chinaren.com
  pchome.com.tw hinet.net seed.net.tw url.com.tw xuite.net so-net.net.tw yam.com mail2000.com.tw
  netvigator.com i-cable.com singnet.com.sg pacific.net.sg starhub.net.sg tm.net.my streamyx.com plasa.com telkom.net
  naver.com daum.net hanmail.net nate.com hanmir.com empal.com dreamwiz.com korea.com paran.com lycos.co.kr
  freechal.com chol.com hanafos.com kakao.com
  docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ymobile.ne.jp pdx.ne.jp willcom.com
  nifty.com nifty.ne.jp biglobe.ne.jp so-net.ne.jp ocn.ne.jp dion.ne.jp plala.or.jp infoseek.jp excite.co.jp goo.jp
  goo.ne.jp asahi-net.or.jp odn.ne.jp hi-ho.ne.jp home.ne.jp zaq.ne.jp eonet.ne.jp
  rediffmail.com rediff.com in.com indiatimes.com vsnl.com vsnl.net bsnl.in sancharnet.in dataone.in
  airtelmail.in maktoob.com emirates.net.ae eim.ae chmail.ir
  walla.co.il walla.com netvision.net.il zahav.net.il bezeqint.net 012.net.il 013net.net nana.co.il barak.net.il`;

const pacificAndAfrica = `bigpond.com bigpond.net.au bigpond.com.au optusnet.com.au iinet.net.au westnet.com.au on.net
  adam.com.au dodo.com.au tpg.com.au ozemail.com.au netspace.net.au aapt.net.au
  xtra.co.nz slingshot.co.nz paradise.net.nz clear.net.nz ihug.co.nz orcon.net.nz actrix.co.nz
  mweb.co.za webmail.co.za telkomsa.net vodamail.co.za iafrica.com absamail.co.za lantic.net worldonline.co.za`;

/** Each gives mailboxes to anybody, as does every host under it. */
export const freeDomains: ReadonlySet<string> = new Set([
  ...countries('live', live),
  ...countries('outlook', outlook),
  ...[
    worldwide,
    americas,
    westernEurope,
    southernEurope,
    northernEurope,
    easternEurope,
    asia,
    pacificAndAfrica,
  ].flatMap(names),
]);

/** Whether a registrable domain bears the name of a provider that holds it in every country. */
export function isFreeName(registrable: string): boolean {
  return everywhere.some((name) => registrable.startsWith(`${name}.`));
}

function countries(name: string, suffixes: string): readonly string[] {
  return names(suffixes).map((suffix) => `${name}.${suffix}`);
}

function names(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
