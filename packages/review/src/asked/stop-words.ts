// Words that say nothing by themselves, for each language that forms can have. Terms neither begin nor end with one. They
// are the commonest of each language, greetings and thanks included.

const lists: Readonly<Record<string, string>> = {
  en: `a about after again all also although am an and any anything are aren't as at be because been before being best both but by
    can can't cannot could dear did didn't do does doesn't doing don't down during each else etc even ever every everything few
    first for from further get gets getting give go going got had has have having he hello help her here hers hey hi him his how
    however i i'd i'll i'm i've if in into is isn't it it's its just kind know let let's like look looking lot make many may maybe me
    might mine more most much must my need needs no nor not nothing now of off ok on once one only or other our ours out over own
    per please possible quite rather really regards same say see she should since so some something soon still such sure
    take than thank thanks that that's the their theirs them then there there's these they they're thing things think this those
    through to too under until up upon us use used using very via want wanted was wasn't way we we'd we'll we're we've well were what
    what's when where whether which while who whom whose why will wish with within without won't would yes yet you you're your yours`,
  de: `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits besten bin bis bitte bräuchten
    brauchen da dabei dafür damit dank danke dann das dass davon dazu dem den denn der des dich die dies diese diesem diesen
    dieser dieses doch dort du durch ein eine einem einen einer eines einige er es etwas euch euer für ganz gar geben gerne gibt
    grüße gruß guten habe haben hallo hat hatte hätte hätten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins
    ist ja jede jeder jedes jetzt kann kein keine keinen können könnte könnten liebe machen man mehr mein meine mich mir mit
    möchte möchten muss müssen nach nicht noch nun nur ob oder ohne schon sehr sein seine sich sie sind so soll sollte sowie
    suchen tag über um und uns unser unsere unserem unseren unserer unter viel viele vielen vom von vor war wäre warum was wann weil
    welche welcher wenn wer werden wie wieder will wir wird wo wollen würde würden zu zum zur zwischen`,
  fr: `à afin ai aimerais aimerions alors après as au aucun aussi autre autres aux avec avez avoir avons avant beaucoup bien bonjour bonsoir
    car ce cela ces cet cette ceux chaque chez ci comme comment cordialement d'un d'une dans de des depuis donc dont du elle
    elles en encore entre est et étaient était êtes être eu eux fait faire fois grand ici il ils je jusqu la là le les leur leurs lors
    lui ma mais me même merci mes mon moi n'est ne ni nos notre nous on ont ou où par parce pas pendant peu peut plus pour
    pourquoi pouvez pouvoir qu'il quand que quel quelle quelles quels qui quoi sa sans se sera ses si s'il sommes son sont souhaitons souhaite sous
    sur ta te tous tout toute toutes très tu un une vers voici voudrais voudrions vos votre vous y`,
  es: `a acerca además ahora al algo algún alguna algunos ante antes aquí así aún aunque bajo bien buenas buenos cada casi como cómo con
    contra cual cuál cuando cuándo cuánto de del desde después días donde dónde dos durante e el él ella ellas ellos en entre era es esa ese
    eso esta está están estamos estar este esto estos fue gracias gustaría ha hace hacer hacia han hasta hay he hola incluso la
    las le les lo los más me mi mis mismo mucho muchos muy nada ni no nos nosotros nuestra nuestro nuestros o otra otras otro otros
    para pero poco por porque puede pueden puedo que qué quien quién quiero queremos saludos se sea ser si sí sido sin sobre
    solo sólo son somos su sus también tan tanto te tener tenemos tengo tiene tienen toda todas todo todos tras tu tú un una uno unos usted
    ustedes ver y ya yo`,
  it: `a abbiamo ad ai al alla alle allo altri altro anche ancora avere buongiorno c'è che chi ci ciao come con così cosa cui da dai
    dal dalla dalle degli dei del dell dell' della delle dello di dopo dove due e è ed era essere fa fare fino fra già gli grazie ha hanno ho i
    il in io la le lei li lo loro ma mai meno mi mia mio molto ne negli nei nel nella nelle no noi non nostra nostri nostro o ogni per
    perché perciò più poi possiamo posso può quale quali quando quanto quasi quella quelle quelli quello questa queste questi questo qui
    saluti se sei sempre senza si sì sia siamo solo sono sopra sotto sta su sua sue sui sul sulla suo tra tutti tutto un una uno
    vi voi vorrei vorremmo vostra vostro`,
  nl: `aan al alle alleen als alvast andere bedankt beste bij bent bijvoorbeeld blij ben daar dag dan dank dat de deze die dit doen door dus een
    en er erg gaan geen goede graag groet had hallo heb hebben heeft het hier hij hoe hun ik in is ja je jij jou jouw jullie kan
    kunnen kunt maar maken me meer men met mij mijn moet moeten mogelijk na naar niet niets nog nu of om omdat onder ons onze ook op over
    te tegen toch toe tot u uit uw van veel voor vriendelijke waar waarom wanneer want waren was wat we wel welke werd wie wij wil willen
    worden wordt zal ze zeer zelf zich zij zijn zo zonder zou zouden`,
  pt: `a à ao aos aqui as às até bem boa bom cada com como da das de dela dele deles depois desde do dos e é ela elas ele eles em entre era
    essa esse esta está estamos estão este eu fazer foi gostaria gostaríamos há isso isto já lhe mais mas me mesmo meu meus
    minha muito muitos na não nas nem no nos nós nossa nosso nossos num numa o obrigada obrigado olá onde os ou outra outro para pela pelas pelo pelos
    pode podem por porque posso precisamos qual quando quanto que quem queremos quero são se seja sem ser será seu seus
    sim só sobre sua suas também te tem têm temos tenho ter todas todo todos tudo um uma umas uns você vocês vos`,
  pl: `a aby ale ani bardzo bez bo by być był była było były chcemy chcę chciałbym chciałabym ci co czy czym dla do dzień dobry dziękuję go gdy
    gdzie i ich ile im inne ja jak jaki jakie jako je jego jej jest jestem jesteśmy jeszcze jeśli już każdy kiedy kto która które który
    którzy lub ma mają mam mamy mi między mnie może możemy można mój my na nad nam nas nasz nasza nasze nie nich niż no o od on ona one oni
    oraz państwa państwo po pod ponieważ potrzebujemy pozdrawiam poza proszę przed przez przy są się sobie swoje ta tak także tam te tego tej
    ten to tu tych tylko tym u w we więc witam wszystko z za ze żeby`,
  sv: `alla allt än är att av bara bli blir bra bästa dag de dem den denna deras dess det detta dig din dina ditt du där då efter ej eller
    en er era ett finns för från får gör göra ha hade han har hej hon hos hur här i icke ifall in inga ingen inte jag ju kan kunna kommer man
    med mellan men mer mig min mina mitt mot mycket ni nog nu när någon något några och också om oss på samma sedan sig sin sina ska
    skall skulle som så tack till under upp ut utan vad var vara varför varit vem vi vid vilka vilken vill vår våra vårt vänliga åt över`,
  tr: `acaba ama ancak bana bazı belki ben beni benim bir biraz birçok bize biz bizim bu buna bunu bunun çok çünkü da daha de değil diye
    dolayı en gibi göre hangi hem hep her hiç için iyi ile ilgili ise ister istiyoruz istiyorum kadar ki kim lütfen merhaba mı mi mu mü nasıl
    ne neden nerede niçin niye o olan olarak oldu olur on ona onlar onu onun önce rica sadece selam siz size sizin sonra şey şu teşekkür teşekkürler tüm
    var ve veya ya yani yok`,
  ar: `في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن انا أنا أنت كان كانت يكون تكون لا ما لم لن هل كيف متى أين
    لماذا ماذا أن ان إن أو او و ثم قد كل بعض غير بين عند عندما حتى إذا اذا لكن بعد قبل منذ لدينا لدي لكم لنا لي له لها نريد أريد
    شكرا شكراً مرحبا السلام عليكم يرجى أيضا جدا فقط`,
  he: `של את על אל עם אני אתה את אתם אנחנו הוא היא הם הן זה זאת זו אלה כל לא כן או אם כי גם רק עוד יש אין היה הייתה היו להיות
    מה מי איך מתי איפה למה האם אשר כמו בין לפני אחרי לנו לי לך לכם שלנו שלי שלכם תודה שלום בבקשה היי רוצים רוצה צריכים מאוד`,
  ja: `の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その あっ よう また もの という あり
    まで られ なる へ か だ これ によって により おり より による ず なり られる において なかっ なく です ます ください お願い よろしく ありがとう でしょう ました ません`,
  zh: `的 了 和 是 就 都 而 及 与 着 或 一个 没有 我们 你们 他们 它们 是否 我 你 您 他 她 它 在 有 也 不 这 那 这个 那个 吗 呢 吧 啊 请 谢谢 你好
    您好 请问 可以 能 会 要 想 需要 对 从 到 把 被 让 给 向 因为 所以 如果 但是 很 更 最 什么 怎么 如何 多少 为 以 个`,
};

/** Of these languages, as form documents name them (`de`, `pt-BR`); of one that is not known there are none. */
export function stopWordsOf(languages: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const language of languages) {
    const [primary = ''] = language.toLowerCase().split('-');
    for (const word of (lists[primary] ?? '').split(/\s+/)) if (word !== '') found.add(word);
  }
  return found;
}
