// Which mailboxes belong to a function rather than to a person, in the languages that forms speak. Mail addresses
// are written in ASCII, so other scripts stand here as they are usually spelt in Latin letters.

// A hyphen stands where words may be joined by a hyphen, dot or underscore, or written as one.
const functions = `
  info infos information office mail email e-mail post contact contacts contact-us hello hi hey welcome team
  everyone all staff company reception general enquiries enquiry inquiries inquiry feedback ask questions
  sales presales pre-sales sales-team marketing growth business business-development partners partnerships
  partnership affiliates advertising ads media press pr news newsletter events communications communication social
  community support help help-desk service services customer-service customer-services customer-care
  customer-support customer-success client-services care success returns orders order shop store booking bookings
  reservations delivery shipping logistics quote quotes tender tenders procurement purchasing
  admin admins administrator administration it it-support webmaster web website hostmaster postmaster root
  sysadmin operations ops security abuse noc alerts alert notifications notification monitoring devops
  developers engineering tech technical system api test
  no-reply do-not-reply not-reply reply bounce bounces mailer-daemon daemon list lists subscribe unsubscribe
  hr human-resources people jobs job careers career recruiting recruitment recruiter talent hiring apply
  payroll training academy accounts account accounting accounts-payable accounts-receivable billing invoice
  invoices invoicing finance payments payment legal compliance privacy gdpr dpo data-protection copyright dmca
  management board director ceo-office founders investors investor-relations projects project quality
  warranty warehouse production export import research

  kontakt anfrage anfragen zentrale empfang buero sekretariat verwaltung vertrieb verkauf innendienst aussendienst
  kundenservice kundendienst kundenbetreuung beratung hilfe technik buchhaltung rechnung rechnungen
  rechnungswesen rechnungseingang einkauf bestellung bestellungen versand lager
  personalabteilung bewerbung bewerbungen karriere presse redaktion werbung datenschutz geschaeftsfuehrung
  geschaeftsleitung geschaeftsstelle leitung hallo moin praxis kanzlei werkstatt termine angebot angebote

  accueil bonjour commercial commerciale ventes vente devis achats achat commande commandes comptabilite compta
  facturation factures facture rh ressources-humaines recrutement emploi direction secretariat standard
  service-client service-clients relation-client sav assistance technique contactez-nous
  juridique rgpd magasin mairie

  ventas contacto contactenos informacion hola administracion facturacion contabilidad compras pedidos recepcion
  rrhh recursos-humanos empleo seleccion prensa comercial soporte atencion atencion-al-cliente
  atencion-cliente servicio-al-cliente clientes oficina gerencia direccion secretaria reservas cotizaciones tienda

  vendite contatti contatto amministrazione contabilita fatturazione fatture acquisti ordini
  segreteria assistenza ufficio ufficio-stampa ufficio-acquisti ciao risorse-umane direzione lavora-con-noi
  servizio-clienti prenotazioni preventivi negozio magazzino

  vendas contato atendimento suporte financeiro administracao administrativo fale-conosco sac geral
  encomendas orcamento orcamentos vagas curriculo imprensa cobranca faturamento diretoria
  loja secretaria-geral apoio apoio-cliente

  verkoop klantenservice klantcontact welkom administratie boekhouding facturen factuur inkoop
  bestellingen bestelling secretariaat receptie vacatures werken-bij solliciteren personeelszaken pers vragen
  planning magazijn directie afspraak winkel

  biuro sprzedaz handlowy handel kadry ksiegowosc pomoc serwis sklep zamowienia zamowienie faktury
  faktura reklamacje rekrutacja praca kariera zarzad zapytania oferty oferta obsluga-klienta bok logistyka
  magazyn witaj

  forsaljning kundtjanst kundservice ekonomi hej inkop jobb rekrytering kontor
  bokning bokningar bestallning fakturor butik

  satis bilgi iletisim destek muhasebe ik insan-kaynaklari merhaba pazarlama musteri-hizmetleri siparis kariyer
  yonetim satin-alma ihracat ithalat teklif basvuru rezervasyon fatura

  eigyo eigyou soumu jinji keiri saiyo saiyou koho kouhou toiawase otoiawase uketsuke jimukyoku hanbai
  kanri gijutsu shien honsha
  xiaoshou kefu shangwu renshi zhaopin caiwu shichang xingzheng caigou hezuo fuwu jishu
  mabiat mabeat tasweeq altasweeq mubasharat tawasol khadamat edara almabiaat
  mechirot mechirat sherut misrad shivuk hanhala gius mazkirut kabala`;

// What may follow a function: where, or in which language, it is exercised.
const places = new Set(
  `at au be br ca ch cn de dk en es eu fi fr ie in int it jp nl no nz pl pt se sg tr uk us usa za
  africa americas anz apac asia benelux brasil cee dach emea europe france germany global iberia india
  international italia italy latam mea mena nordic nordics northamerica spain worldwide`.split(/\s+/),
);

const mailboxes: ReadonlySet<string> = new Set(
  functions
    .trim()
    .split(/\s+/)
    .flatMap((name) => [name, name.replaceAll('-', '')]),
);

/**
 * Whether the local part of an address, in lower case, names a function: `sales`, `no_reply`, `info+web`,
 * `support2`, `sales.emea`. A first name beside the word (`anna.sales`) makes it a person.
 */
export function isRoleMailbox(local: string): boolean {
  const plus = local.indexOf('+', 1);
  const name = (plus < 0 ? local : local.slice(0, plus)).replace(/[._]/g, '-').replace(/-?\d{1,3}$/, '');
  if (mailboxes.has(name)) return true;
  const dash = name.lastIndexOf('-');
  return dash > 0 && places.has(name.slice(dash + 1)) && mailboxes.has(name.slice(0, dash));
}
