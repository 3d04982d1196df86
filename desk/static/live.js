// What changed elsewhere: the list follows, the case in view is only told.
import { list, visit } from './visit.js';

const again = 10_000; // ms until a refused connection is tried anew
let source, timer, missed = false;

export function live() {
  if (!document.querySelector('.rail')) return;
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
  addEventListener('pagehide', stop);
  if (!document.hidden) start();
}

function stop() {
  source?.close();
  source = undefined;
}

function start() {
  if (source) return;
  source = new EventSource('/events');
  source.addEventListener('cases', (event) => changed(JSON.parse(event.data)));
  source.onopen = () => {
    document.getElementById('offline').hidden = true;
    if (missed) changed({ all: true, counts: {} });
    missed = false;
  };
  source.onerror = () => {
    missed = true;
    document.getElementById('offline').hidden = false;
    if (source?.readyState !== EventSource.CLOSED) return; // it tries again by itself
    source = undefined;
    setTimeout(() => { if (!document.hidden) start(); }, again);
  };
}

function changed({ ids, all, counts }) {
  for (const [key, count] of Object.entries(counts || {})) {
    for (const node of document.querySelectorAll(`.rail [data-count="${key}"], .list [data-count="${key}"]`)) node.textContent = count || '';
  }
  const open = document.getElementById('case');
  if (open && (all || ids?.includes(open.dataset.case))) tell(open);
  if (!document.getElementById('desk')) return;
  clearTimeout(timer);
  timer = setTimeout(refresh, 200); // a burst of posts is one refresh
}

async function refresh() {
  const before = document.getElementById('case');
  const address = location.href;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok || address !== location.href || before !== document.getElementById('case')) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!page.getElementById('desk')) return;
  list(page, { hold: Boolean(before) });
  if (!before && page.getElementById('case')) visit(address, { keep: true }); // the first case came in
}

// tell announces what became of the case in view. Where nothing is being
// written, its standing is replaced; words under a hand are never touched.
async function tell(open) {
  const response = await fetch(`/cases/${open.dataset.case}/now?seen=${open.dataset.seen}`).catch(() => null);
  if (!response?.ok || response.status === 204) return;
  const { seen, text, html } = await response.json();
  if (open !== document.getElementById('case') || document.querySelector('form[data-busy]')) return; // one's own doing
  if (!document.getElementById('answer')) {
    document.getElementById('now').innerHTML = html; // escaped by the server's template
    open.dataset.seen = seen;
    return;
  }
  const news = open.querySelector('#news');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = 'Show it';
  button.onclick = () => visit(location.href, { keep: true });
  news.replaceChildren(Object.assign(document.createElement('span'), { textContent: text }), button);
  news.hidden = false;
  open.dataset.seen = seen;
}
