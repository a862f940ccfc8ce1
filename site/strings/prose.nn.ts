import { html } from '../html.ts';
import { capital } from '../words.ts';
import type { Prose } from './prose.ts';

const nlod = html`<a href="https://data.norge.no/nlod/no/2.0" rel="noopener external">Norsk lisens for offentlege data (NLOD) 2.0</a>`;

/** The longer texts in Nynorsk. */
export const proseNn: Prose = {
  about: {
    title: 'Om Samla',
    lead: 'Samla gjer det mogleg å følgje med på alle helsefellesskapa i landet frå éin stad.',
    text: ({ communities, sources, link }) => html`<h2>Kva er eit helsefellesskap?</h2>
<p>I eit helsefellesskap planlegg og utviklar sjukehus og kommunar helsetenestene saman. Det finst ${communities} av dei. Kvart helsefellesskap har eit partnarskapsmøte der dei øvste leiarane møtest, eit strategisk samarbeidsutval og faglege utval.</p>
<h2>Kva gjer Samla?</h2>
<p>Kvart helsefellesskap fortel om arbeidet sitt på eigne nettsider, som regel sidene til sjukehuset, og ofte på fleire. Samla les ${sources} slike kjelder, finn nyhende, møte og dokument, og viser dei samla. Kvar sak lenkjer til kjelda, og for kvar dato og kvart møte kan du sjå kva ord det er lese frå.</p>
<h2>Kva kan du lite på?</h2>
<ul>
<li>Alt er lese maskinelt. Feil kan førekome, og då er det kjelda som gjeld.</li>
<li>Seier ikkje kjelda når noko vart publisert, står det utan dato. Vi gjettar ikkje.</li>
<li>At noko blir borte frå ei kjelde, tolkar vi aldri som at eit møte er avlyst.</li>
<li>Når ei kjelde er nede, blir det vi har henta før, ståande. ${link.sources('Sjå korleis det står til med kjeldene')}.</li>
</ul>
<h2>Kvifor berre utdrag?</h2>
<p>Nyhenda tilhøyrer dei som har skrive dei. Difor viser vi tittel, ingress og eit kort utdrag, og sender deg vidare til kjelda. Bilete kopierer vi ikkje.</p>
<h2>Målform</h2>
<p>Nettstaden finst på nynorsk og bokmål. Det som er henta frå kjeldene, står i den målforma det er skrive i, og blir aldri omsett eller retta.</p>
<h2>Bruk dataa</h2>
<p>${link.data('Alle data kan lastast ned')} og brukast av andre. Nettstaden bruker ingen andre data enn dei du kan hente sjølv.</p>`,
  },
  accessibility: {
    title: 'Tilgjenge',
    lead: 'Nettstaden skal kunne brukast av alle, same korleis dei les og navigerer.',
    text: ({
      operator,
      link,
    }) => html`<p>Målet er å oppfylle WCAG 2.2 på nivå A og AA. Sidene blir prøvde maskinelt kvar gong nettstaden blir endra: alle sidetypar, på nynorsk og bokmål, i lyse og mørke fargar.</p>
<h2>Slik er han laga</h2>
<ul>
<li>Alt kan brukast med tastatur, og det er synleg kvar du er.</li>
<li>Alt verkar utan JavaScript.</li>
<li>Teksten kan forstørrast til det doble, og sidene passar på skjermar ned til 320 pikslar.</li>
<li>Tekst på ei anna målform eller eit anna språk enn sida er merkt, slik at skjermlesarar les han rett.</li>
<li>Farge er aldri åleine om å bere meining. Kartet har ei liste ved sida av seg som seier det same.</li>
</ul>
<h2>Kjende manglar</h2>
<ul>
<li>Titlar og utdrag står slik dei er hos kjelda, også når dei er uklare.</li>
<li>Dokument som ligg hos kjeldene, til dømes PDF-filer, har vi ikkje innverknad på.</li>
<li>Der målforma til ein tekst ikkje er avgjord, er han berre merkt som norsk.</li>
</ul>
<h2>Sei frå</h2>
<p>Finn du noko som ikkje verkar for deg? Sei frå til ${operator}: ${link.contact('kontakt oss')}. ${link.statement?.('Les tilgjengefråsegna')}</p>`,
  },
  privacy: {
    title: 'Personvern og fjerning',
    lead: 'Vi samlar ikkje inn noko om deg som vitjar nettstaden, og så lite som mogleg om dei som er omtalte i kjeldene.',
    text: ({ operator, link }) => html`<h2>Når du vitjar nettstaden</h2>
<p>Nettstaden bruker ingen informasjonskapslar, inga sporing og ingenting frå andre nettstader. Følgjer du ei lenkje til ei kjelde, får kjelda ikkje vite kva side du kom frå.</p>
<h2>Når du er omtalt i ei kjelde</h2>
<p>Det som er vist her, er alt publisert av sjukehus og kommunar. Tittel, ingress og utdrag kan innehalde namn på personar som er omtalte i kraft av rolla si. E-postadresser og telefonnummer blir fjerna før noko blir publisert. Vi lagar ikkje noko register over personar, og det går ikkje an å søkje seg fram til saker etter person.</p>
<p>Grunnlaget er rettkomen interesse (personvernforordninga artikkel 6 nr. 1 bokstav f): ei samla oversikt over eit offentleg samarbeid. Når kjelda fjernar ei side, fjernar vi utdraget.</p>
<h2>Be om fjerning</h2>
<p>Meiner du at noko bør bort? Skriv til ${operator} (${link.contact('kontakt oss')}) og oppgi adressa til sida. Vi svarer innan fem vyrkedagar. Det som er fjerna, kjem ikkje att neste gong kjelda blir lesen.</p>
<h2>Kven er ansvarleg?</h2>
<p>${capital(operator)} er behandlingsansvarleg for denne nettstaden.</p>`,
  },
  robot: {
    title: 'Roboten vår',
    lead: 'Har du sett Samla i loggane dine? Her står det kva han gjer, og korleis du stansar han.',
    text: ({ operator, link }) => html`<h2>Kva han gjer</h2>
<p>Roboten les dei sidene der helsefellesskapa publiserer nyhende, møte, avtalar og referat, normalt éin gong i døgnet. Han oppgir seg som «Samla» med versjonsnummer og adressa til denne sida.</p>
<h2>Slik ter han seg</h2>
<ul>
<li>Han følgjer robots.txt (RFC 9309), også <code>Crawl-delay</code>.</li>
<li>Han sender éin førespurnad om gongen til kvar nettstad, med minst eitt sekund mellom.</li>
<li>Han spør berre etter det som er endra, der nettstaden gir svar på det.</li>
<li>Han tek pause når nettstaden bed om det (<code>Retry-After</code>), og gir seg når han blir avvist.</li>
<li>Han les aldri postlister, innsynsløysingar eller sider som krev innlogging.</li>
</ul>
<h2>Slik stansar du han</h2>
<pre><code>User-agent: Samla
Disallow: /</code></pre>
<p>Legg dette i robots.txt, så sluttar han å hente sider frå nettstaden din ved neste vitjing. Du kan òg skrive til ${operator}: ${link.contact('kontakt oss')}.</p>
<h2>Slik hjelper du han</h2>
<p>Oppgi publiseringsdato på sidene, gi nettstaden eit nettkart (sitemap), og svar med <code>ETag</code> eller <code>Last-Modified</code>. Då blir oversikta betre og trafikken mindre. ${link.sources('Sjå kva vi veit om kjeldene')}.</p>`,
  },
  licence:
    () => html`<p>Samanstillinga, kodane og metadataa kan brukast fritt etter ${nlod}. Oppgi «Samla» som kjelde, og ikkje gi inntrykk av at helsefellesskapa står bak det du lagar.</p>
<p>Titlar, ingressar, utdrag og tekstar er siterte frå kjeldene og tilhøyrer dei. Felta <code>url</code> og <code>source</code> seier kven. Har du spørsmål om gjenbruk av tekstane, må du spørje kjelda.</p>`,
};
