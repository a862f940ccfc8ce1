// The search page's script. The index is fetched when somebody searches; results are put into the page as text only.
import { canonicalWord, canonicalWords } from './canonical.js';

const form = document.querySelector('#search');
const { root, lang, one, many, none, wait, failed } = form.dataset;
const list = document.querySelector('#results');
const status = document.querySelector('#result-count');
const more = document.querySelector('#more-results');
const perPage = 20;
// So many are shown before the rest of them is asked for.
const atFirst = 5;
const shortest = 2;
const selects = [...form.querySelectorAll('select')];
// Dates are written alike in both standards, and few browsers know Nynorsk.
const date = new Intl.DateTimeFormat('nb', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

let engine;
let spellings;
let silent;
let round = 0;

async function load() {
  const folder = new URL('../pagefind/', import.meta.url);
  const found = import(`${folder}pagefind.js`);
  const answer = await fetch(new URL('spellings.json', import.meta.url));
  const reading = await answer.json();
  ({ spellings, silent } = reading);
  const loaded = await found;
  // Searching takes a few milliseconds: a worker would only be more to fetch.
  await loaded.options({ noWorker: true, excerptLength: 1 });
  await loaded.init();
  const others = Array.from({ length: reading.parts - 1 }, (_, place) =>
    loaded.mergeIndex(`${folder.pathname}${place + 2}/`),
  );
  await Promise.all(others);
  return loaded;
}

// Asked for once, even when several want it; after a failure the next question tries again.
function pagefind() {
  engine ??= load().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

const wordFor = (select, value) =>
  form.elements[select].querySelector(`option[value="${CSS.escape(value ?? '')}"]`)?.label;

// The words of the excerpt that begin as those asked for do are marked.
function marked(text, asked) {
  return text.split(/([\p{L}\p{N}]+)/u).map((piece, place) => {
    const read = place % 2 === 1 ? canonicalWord(piece, spellings) : '';
    return asked.some((word) => read !== '' && read.startsWith(word)) ? element('mark', '', piece) : piece;
  });
}

function row({ raw_url: url, meta }, asked) {
  const address = lang === 'nn' ? (meta.nn ?? `nn/${url}`) : url;
  const link = element('a', '', ...marked(meta.title, asked));
  link.href = root + address.replace(/^\/+/, '');
  if (meta.language !== lang) link.lang = meta.language;
  const about = [
    wordFor('kind', meta.kind),
    meta.body && wordFor('body', meta.body),
    meta.kind === 'community' ? '' : wordFor('community', meta.community),
    meta.day && (meta.day.length === 10 ? date.format(new Date(meta.day)) : meta.day),
  ].filter(Boolean);
  const item = element('li', 'entry', element('p', 'kicker', about.join(' · ')), element('h3', '', link));
  if (meta.excerpt) {
    const summary = element('p', 'summary', ...marked(meta.excerpt, asked));
    if (meta.language !== lang) summary.lang = meta.language;
    item.append(summary);
  }
  return item;
}

async function append(results, asked, mine) {
  const found = await Promise.all(results.map((result) => result.data()));
  if (mine === round) list.append(...found.map((data) => row(data, asked)));
}

async function show(results, from, asked, mine) {
  const first = from === 0 ? atFirst : perPage;
  await append(results.slice(from, from + first), asked, mine);
  if (from > 0) list.children[from]?.querySelector('a')?.focus();
  await append(results.slice(from + first, from + perPage), asked, mine);
  if (mine !== round) return;
  more.hidden = results.length <= from + perPage;
  more.onclick = () => show(results, from + perPage, asked, mine);
}

// What is asked for, without the words that stand everywhere; a question of nothing else is asked as it is.
function wordsOf(question) {
  const words = canonicalWords(question, spellings);
  const telling = words.filter((word) => !silent.includes(word));
  return telling.length > 0 ? telling : words;
}

function remember() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  history.replaceState(null, '', asked.size > 0 ? `?${asked}` : location.pathname);
}

async function search() {
  round += 1;
  const mine = round;
  const question = form.elements.q.value.trim();
  const filters = Object.fromEntries(
    selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
  );
  remember();
  if (question.length < shortest && Object.keys(filters).length === 0) {
    list.replaceChildren();
    status.textContent = '';
    more.hidden = true;
    return;
  }
  status.textContent = wait;
  try {
    const finder = await pagefind();
    const asked = wordsOf(question);
    // Without words nothing is more about it than the rest: the newest come first.
    const { results } = await (asked.length === 0
      ? finder.search(null, { filters, sort: { day: 'desc' } })
      : finder.search(asked.join(' '), { filters }));
    if (mine !== round) return;
    list.replaceChildren();
    status.textContent = results.length === 0 ? none : results.length === 1 ? one : many.replace('{n}', results.length);
    await show(results, 0, asked, mine);
  } catch (error) {
    // Without the index the lists still stand; say so instead of staying silent.
    status.textContent = failed;
    throw error;
  }
}

let pause;
function soon() {
  clearTimeout(pause);
  pause = setTimeout(search, 60);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements.namedItem(name);
  if (field) field.value = value;
}
form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  search();
});
form.elements.q.addEventListener('input', soon);
form.elements.q.addEventListener(
  'focus',
  () => {
    // A failure is told when something is asked for.
    pagefind().catch(() => undefined);
  },
  { once: true },
);
for (const select of selects) select.addEventListener('change', search);
if (location.search.length > 1) search();
