// Moves between cases without loading a page anew: the answer is the same page
// that a browser without script would show, of which the changed parts are
// taken over. The list keeps its place.

const parts = ['said', 'context'];
let turn = 0; // a later visit wins over an earlier one that is slower

// navigable tells a link within the desk from any other.
export function navigable(link) {
  if (!document.getElementById('desk') || link.target || link.origin !== location.origin) return false;
  return link.pathname === '/' || /^\/cases\/[^/]+$/.test(link.pathname);
}

// visit shows an address of the desk. keep leaves the browser's history alone; open
// puts the cursor where words are needed: not for who walks through cases by keys.
export async function visit(url, { keep = false, open = false, init = {} } = {}) {
  const mine = ++turn;
  let response, text;
  try {
    response = await fetch(url, init);
    text = await response.text();
  } catch {
    if (mine === turn) say('The desk did not answer. If you were approving, load the page again to see whether it was taken.');
    return;
  }
  if (mine !== turn) return;
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (!page.getElementById('desk')) {
    // Signed out, or an error: show what came, at its own address.
    if (init.method && response.status >= 400) say(page.querySelector('main')?.innerText?.trim() || 'That did not work.');
    else location.assign(response.url);
    return;
  }
  show(page);
  if (open) document.querySelector('#answer [autofocus]')?.focus({ preventScroll: true });
  if (!keep) history.pushState(null, '', clean(response.url));
}

// target is where a form goes: a button without formaction of its own reports
// the page's address for it, hence the attribute.
export function target(form, button) {
  return new URL(button?.getAttribute('formaction') || form.getAttribute('action'), location.href);
}

// submit sends a form as its button would.
export function submit(form, button) {
  const action = target(form, button);
  const fields = new FormData(form, button);
  if (form.method === 'get') {
    action.search = new URLSearchParams([...fields].filter(([, value]) => value !== '')).toString();
    return visit(action.href);
  }
  if (form.dataset.busy) return undefined; // one press, one approval
  form.dataset.busy = '1';
  return visit(action.href, { open: document.activeElement?.matches('textarea'), init: { method: 'POST', body: new URLSearchParams(fields) } })
    .finally(() => { delete form.dataset.busy; });
}

// clean leaves what was just done out of the address, and which form of a case was
// refused, so that loading the page again shows the case.
function clean(address) {
  const url = new URL(address);
  url.searchParams.delete('done');
  return url.pathname.replace(/^(\/cases\/[^/]+)\/.*/, '$1') + url.search;
}

function show(page) {
  document.title = page.title;
  document.getElementById('desk').className = page.getElementById('desk').className;
  for (const id of parts) replace(id, page);
  const old = document.querySelector('#main > :not(#said)');
  const fresh = page.querySelector('#main > :not(#said)');
  if (old && fresh) old.replaceWith(fresh);
  else if (fresh) document.getElementById('main').append(fresh);
  else old?.remove();
  document.querySelector('.rail').replaceWith(page.querySelector('.rail'));
  list(page);
  const main = document.getElementById('main');
  main.scrollTop = document.getElementById('work').scrollTop = 0;
  if (matchMedia('(max-width: 719px)').matches) scrollTo(0, 0);
  main.focus({ preventScroll: true });
  document.dispatchEvent(new Event('desk:shown'));
}

function replace(id, page) {
  const fresh = page.getElementById(id);
  if (fresh) document.getElementById(id).replaceWith(fresh);
}

// list takes over a new list around what is being read: the row under the eye
// stays where it is. A current case that is no longer in the list keeps its row.
export function list(page, { hold = false } = {}) {
  const column = document.getElementById('list');
  const fresh = page.getElementById('list');
  const rows = column.querySelector('#rows');
  const freshRows = fresh.querySelector('#rows');
  const anchor = firstVisible(column, rows);
  const before = anchor?.getBoundingClientRect().top;
  const known = new Set([...rows.children].map((row) => row.dataset.id));
  const same = column.getAttribute('aria-label') === fresh.getAttribute('aria-label') && known.size > 0;
  if (hold) keepCurrent(rows, freshRows);
  for (const row of freshRows.children) if (same && !known.has(row.dataset.id)) row.classList.add('fresh');
  const search = column.querySelector('[type=search]');
  if (search === document.activeElement) { // never take a field from under the fingers
    rows.replaceWith(freshRows);
    column.querySelector('h1').replaceWith(fresh.querySelector('h1'));
  } else column.replaceChildren(...fresh.childNodes);
  column.setAttribute('aria-label', fresh.getAttribute('aria-label'));
  const now = anchor && document.querySelector(`#rows > [data-id="${anchor.dataset.id}"]`);
  if (now) column.scrollTop += now.getBoundingClientRect().top - before;
  if (!hold) document.querySelector('#rows [aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function firstVisible(column, rows) {
  const top = column.getBoundingClientRect().top + (column.querySelector('header')?.offsetHeight || 0);
  return [...rows.children].find((row) => row.getBoundingClientRect().bottom > top);
}

function keepCurrent(rows, freshRows) {
  freshRows.querySelector('[aria-current]')?.removeAttribute('aria-current');
  const current = rows.querySelector('[aria-current]')?.parentElement;
  if (!current) return;
  const found = freshRows.querySelector(`[data-id="${current.dataset.id}"]`);
  if (found) {
    found.firstElementChild.setAttribute('aria-current', 'true');
    return;
  }
  const kept = current.cloneNode(true);
  kept.classList.add('gone');
  freshRows.insertBefore(kept, freshRows.children[[...rows.children].indexOf(current)] || null);
}

// say announces something at the top of the case.
export function say(text) {
  const box = document.createElement('div');
  box.className = 'notice';
  box.setAttribute('role', 'alert');
  box.textContent = text;
  document.getElementById('said')?.replaceChildren(box);
}
