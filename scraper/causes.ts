/** Why a source or an address could not be gathered: a small set of names, each with a sentence for people in both written standards. */

/** The named causes. `{nb, nn}` are whole sentences that the site and `samla status` may print. */
export const CAUSES = {
  timeout: {
    nb: 'Nettstedet svarte ikke i tide.',
    nn: 'Nettstaden svara ikkje i tide.',
  },
  refused: {
    nb: 'Nettstedet tok ikke imot forbindelsen.',
    nn: 'Nettstaden tok ikkje imot sambandet.',
  },
  reset: {
    nb: 'Forbindelsen ble brutt underveis.',
    nn: 'Sambandet vart brote undervegs.',
  },
  dns: {
    nb: 'Fant ikke nettstedets navn på nettet.',
    nn: 'Fann ikkje namnet til nettstaden på nettet.',
  },
  tls: {
    nb: 'Nettstedets sikkerhetssertifikat er ikke gyldig.',
    nn: 'Tryggleikssertifikatet til nettstaden er ikkje gyldig.',
  },
  'private-address': {
    nb: 'Adressen leder til et lukket nett og blir ikke hentet.',
    nn: 'Adressa leier til eit lukka nett og blir ikkje henta.',
  },
  'bad-redirect': {
    nb: 'Nettstedet sender oss i ring eller til et sted som ikke kan hentes.',
    nn: 'Nettstaden sender oss i ring eller til ein stad som ikkje kan hentast.',
  },
  'moved-away': {
    nb: 'Siden er flyttet til et annet nettsted.',
    nn: 'Sida er flytta til ein annan nettstad.',
  },
  redirected: {
    nb: 'Siden viser for tiden videre til en annen side.',
    nn: 'Sida viser for tida vidare til ei anna side.',
  },
  forbidden: {
    nb: 'Nettstedet avviser oss.',
    nn: 'Nettstaden avviser oss.',
  },
  'not-found': {
    nb: 'Siden finnes ikke lenger på denne adressen.',
    nn: 'Sida finst ikkje lenger på denne adressa.',
  },
  gone: {
    nb: 'Siden er fjernet for godt.',
    nn: 'Sida er fjerna for godt.',
  },
  'rate-limited': {
    nb: 'Nettstedet ber oss vente.',
    nn: 'Nettstaden ber oss vente.',
  },
  'server-error': {
    nb: 'Nettstedet har en feil.',
    nn: 'Nettstaden har ein feil.',
  },
  'client-error': {
    nb: 'Nettstedet godtok ikke forespørselen.',
    nn: 'Nettstaden godtok ikkje førespurnaden.',
  },
  challenge: {
    nb: 'Nettstedet viser en robotsperre i stedet for siden.',
    nn: 'Nettstaden viser ei robotsperre i staden for sida.',
  },
  login: {
    nb: 'Siden krever innlogging.',
    nn: 'Sida krev innlogging.',
  },
  parked: {
    nb: 'Domenet er parkert eller til salgs.',
    nn: 'Domenet er parkert eller til sals.',
  },
  'other-content': {
    nb: 'Nettstedet viser et helt annet innhold enn før; det kan være overtatt av andre.',
    nn: 'Nettstaden viser eit heilt anna innhald enn før; han kan vere overteken av andre.',
  },
  held: {
    nb: 'Det kom uvanlig mange nye sider på én gang; de blir holdt tilbake noen dager.',
    nn: 'Det kom uvanleg mange nye sider på éin gong; dei blir haldne tilbake nokre dagar.',
  },
  'empty-listing': {
    nb: 'Oversikten holder ingen saker.',
    nn: 'Oversikta har ingen saker.',
  },
  redesigned: {
    nb: 'Oversikten holder langt færre saker enn før; den kan være lagt om.',
    nn: 'Oversikta har langt færre saker enn før; ho kan vere lagd om.',
  },
  outdated: {
    nb: 'Det har ikke kommet noe nytt på lenge.',
    nn: 'Det har ikkje kome noko nytt på lenge.',
  },
  robots: {
    nb: 'Nettstedets robots.txt ber oss la være.',
    nn: 'Robots.txt på nettstaden ber oss la vere.',
  },
  'robots-unreachable': {
    nb: 'Nettstedets robots.txt kunne ikke leses, så ingenting ble hentet.',
    nn: 'Robots.txt på nettstaden kunne ikkje lesast, så ingenting vart henta.',
  },
  denied: {
    nb: 'Adressen hører til en postliste eller et innsyn og blir aldri hentet.',
    nn: 'Adressa høyrer til ei postliste eller eit innsyn og blir aldri henta.',
  },
  'too-large': {
    nb: 'Svaret var større enn det vi tar imot.',
    nn: 'Svaret var større enn det vi tek imot.',
  },
  'broken-body': {
    nb: 'Svaret var ødelagt eller ufullstendig.',
    nn: 'Svaret var øydelagt eller ufullstendig.',
  },
  'unwanted-type': {
    nb: 'Adressen holder noe annet enn en side eller et dokument.',
    nn: 'Adressa har noko anna enn ei side eller eit dokument.',
  },
  'not-archived': {
    nb: 'Adressen finnes ikke i arkivet som ble spilt av.',
    nn: 'Adressa finst ikkje i arkivet som vart spelt av.',
  },
  'host-paused': {
    nb: 'Nettstedet svikter og får være i fred resten av denne runden.',
    nn: 'Nettstaden sviktar og får vere i fred resten av denne runden.',
  },
  'no-browser': {
    nb: 'Siden trenger en nettleser, og maskinen har ingen.',
    nn: 'Sida treng ein nettlesar, og maskina har ingen.',
  },
  'browser-failed': {
    nb: 'Nettleseren klarte ikke å vise siden.',
    nn: 'Nettlesaren greidde ikkje å vise sida.',
  },
  interrupted: {
    nb: 'Innhentingen ble avbrutt.',
    nn: 'Innhentinga vart avbroten.',
  },
  disabled: {
    nb: 'Kilden er slått av.',
    nn: 'Kjelda er slått av.',
  },
} as const satisfies Record<string, { nb: string; nn: string }>;

/** The name of a cause. */
export type Cause = keyof typeof CAUSES;

/** Causes where the site keeps us out on purpose: the source is `blocked` rather than `failing`. */
export const BLOCKING: ReadonlySet<Cause> = new Set([
  'forbidden',
  'rate-limited',
  'challenge',
  'login',
  'robots',
  'denied',
]);
