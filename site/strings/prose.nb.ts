import { html } from '../html.ts';
import { capital } from '../words.ts';
import type { Prose } from './prose.ts';

const nlod = html`<a href="https://data.norge.no/nlod/no/2.0" rel="noopener external">Norsk lisens for offentlige data (NLOD) 2.0</a>`;

/** The longer texts in Bokmål. */
export const proseNb: Prose = {
  about: {
    title: 'Om Samla',
    lead: 'Samla gjør det mulig å følge med på alle helsefellesskapene i landet fra ett sted.',
    text: ({ communities, sources, link }) => html`<h2>Hva er et helsefellesskap?</h2>
<p>I et helsefellesskap planlegger og utvikler sykehus og kommuner helsetjenestene sammen. Det finnes ${communities} av dem. Hvert helsefellesskap har et partnerskapsmøte der de øverste lederne møtes, et strategisk samarbeidsutvalg og faglige utvalg.</p>
<h2>Hva gjør Samla?</h2>
<p>Hvert helsefellesskap forteller om arbeidet sitt på egne nettsider, som regel sykehusets, og ofte på flere. Samla leser ${sources} slike kilder, finner nyheter, møter og dokumenter, og viser dem samlet. Hver sak lenker til kilden, og for hver dato og hvert møte kan du se hvilke ord den er lest fra.</p>
<h2>Hva kan du stole på?</h2>
<ul>
<li>Alt er lest maskinelt. Feil kan forekomme, og da er det kilden som gjelder.</li>
<li>Sier ikke kilden når noe ble publisert, står det uten dato. Vi gjetter ikke.</li>
<li>At noe forsvinner fra en kilde, tolker vi aldri som at et møte er avlyst.</li>
<li>Når en kilde er nede, blir det vi har hentet før, stående. ${link.sources('Se hvordan det står til med kildene')}.</li>
</ul>
<h2>Hvorfor bare utdrag?</h2>
<p>Nyhetene tilhører dem som har skrevet dem. Derfor viser vi tittel, ingress og et kort utdrag, og sender deg videre til kilden. Bilder kopierer vi ikke.</p>
<h2>Målform</h2>
<p>Nettstedet finnes på bokmål og nynorsk. Det som er hentet fra kildene, gjengis i den målformen det er skrevet i, og blir aldri oversatt eller rettet.</p>
<h2>Bruk dataene</h2>
<p>${link.data('Alle data kan lastes ned')} og brukes av andre. Nettstedet bruker ingen andre data enn dem du kan hente selv.</p>`,
  },
  accessibility: {
    title: 'Tilgjengelighet',
    lead: 'Nettstedet skal kunne brukes av alle, uansett hvordan de leser og navigerer.',
    text: ({
      operator,
      link,
    }) => html`<p>Målet er å oppfylle WCAG 2.2 på nivå A og AA. Sidene prøves maskinelt hver gang nettstedet endres: alle sidetyper, på bokmål og nynorsk, i lyse og mørke farger.</p>
<h2>Slik er det laget</h2>
<ul>
<li>Alt kan brukes med tastatur, og det er synlig hvor du er.</li>
<li>Alt virker uten JavaScript.</li>
<li>Teksten kan forstørres til det dobbelte, og sidene passer på skjermer ned til 320 piksler.</li>
<li>Tekst på en annen målform eller et annet språk enn siden er merket, slik at skjermlesere leser den riktig.</li>
<li>Farge er aldri alene om å bære mening. Kartet har en liste ved siden av seg som sier det samme.</li>
</ul>
<h2>Kjente mangler</h2>
<ul>
<li>Titler og utdrag gjengis slik de står hos kilden, også når de er uklare.</li>
<li>Dokumenter som ligger hos kildene, for eksempel PDF-filer, har vi ikke innvirkning på.</li>
<li>Der målformen til en tekst ikke er avgjort, er den bare merket som norsk.</li>
</ul>
<h2>Si fra</h2>
<p>Finner du noe som ikke virker for deg? Si fra til ${operator}: ${link.contact('kontakt oss')}. ${link.statement?.('Les tilgjengelighetserklæringen')}</p>`,
  },
  privacy: {
    title: 'Personvern og fjerning',
    lead: 'Vi samler ikke inn noe om deg som besøker nettstedet, og så lite som mulig om dem som er omtalt i kildene.',
    text: ({ operator, link }) => html`<h2>Når du besøker nettstedet</h2>
<p>Nettstedet bruker ingen informasjonskapsler, ingen sporing og ingenting fra andre nettsteder. Følger du en lenke til en kilde, får kilden ikke vite hvilken side du kom fra.</p>
<h2>Når du er omtalt i en kilde</h2>
<p>Det som vises her, er allerede publisert av sykehus og kommuner. Tittel, ingress og utdrag kan inneholde navn på personer som er omtalt i kraft av rollen sin. E-postadresser og telefonnumre fjernes før noe blir publisert. Vi lager ikke noe register over personer, og det går ikke an å søke seg fram til saker etter person.</p>
<p>Grunnlaget er berettiget interesse (personvernforordningen artikkel 6 nr. 1 bokstav f): en samlet oversikt over et offentlig samarbeid. Når kilden fjerner en side, fjerner vi utdraget.</p>
<h2>Be om fjerning</h2>
<p>Mener du at noe bør bort? Skriv til ${operator} (${link.contact('kontakt oss')}) og oppgi adressen til siden. Vi svarer innen fem virkedager. Det som er fjernet, kommer ikke tilbake neste gang kilden leses.</p>
<h2>Hvem er ansvarlig?</h2>
<p>${capital(operator)} er behandlingsansvarlig for dette nettstedet.</p>`,
  },
  robot: {
    title: 'Roboten vår',
    lead: 'Har du sett Samla i loggene dine? Her står det hva den gjør, og hvordan du stanser den.',
    text: ({ operator, link }) => html`<h2>Hva den gjør</h2>
<p>Roboten leser de sidene der helsefellesskapene publiserer nyheter, møter, avtaler og referater, normalt én gang i døgnet. Den oppgir seg som «Samla» med versjonsnummer og adressen til denne siden.</p>
<h2>Slik oppfører den seg</h2>
<ul>
<li>Den følger robots.txt (RFC 9309), også <code>Crawl-delay</code>.</li>
<li>Den sender én forespørsel om gangen til hvert nettsted, med minst ett sekund mellom.</li>
<li>Den spør bare etter det som er endret, der nettstedet gir svar på det.</li>
<li>Den tar pause når nettstedet ber om det (<code>Retry-After</code>), og gir seg når den blir avvist.</li>
<li>Den leser aldri postlister, innsynsløsninger eller sider som krever innlogging.</li>
</ul>
<h2>Slik stanser du den</h2>
<pre><code>User-agent: Samla
Disallow: /</code></pre>
<p>Legg dette i robots.txt, så slutter den å hente sider fra nettstedet ditt ved neste besøk. Du kan også skrive til ${operator}: ${link.contact('kontakt oss')}.</p>
<h2>Slik hjelper du den</h2>
<p>Oppgi publiseringsdato på sidene, gi nettstedet et nettkart (sitemap), og svar med <code>ETag</code> eller <code>Last-Modified</code>. Da blir oversikten bedre og trafikken mindre. ${link.sources('Se hva vi vet om kildene')}.</p>`,
  },
  licence:
    () => html`<p>Sammenstillingen, kodene og metadataene kan brukes fritt etter ${nlod}. Oppgi «Samla» som kilde, og ikke gi inntrykk av at helsefellesskapene står bak det du lager.</p>
<p>Titler, ingresser, utdrag og tekster er sitert fra kildene og tilhører dem. Feltene <code>url</code> og <code>source</code> sier hvem. Har du spørsmål om gjenbruk av tekstene, må du spørre kilden.</p>`,
};
