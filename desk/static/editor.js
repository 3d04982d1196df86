// The answer as it is typed: length and checks follow, and unsaved words
// survive a walk to another case and back.

const pause = 250; // ms of silence before the server is asked
let timer, turn = 0;

const form = () => document.getElementById('answer');
const caseID = () => document.getElementById('case')?.dataset.case;
const memory = (id) => `words:${id}`;

export function editor() {
  document.addEventListener('input', (event) => {
    if (!event.target.closest('#answer')) return;
    remember();
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  });
  document.addEventListener('submit', (event) => { if (event.target === form()) forget(); });
  document.addEventListener('click', copy);
  document.addEventListener('desk:shown', restore);
  restore();
}

// copy puts the words of a field on the clipboard, or selects them where the
// browser does not allow that.
async function copy(event) {
  const button = event.target.closest('[data-copy]');
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  const done = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  button.textContent = done ? 'Copied' : 'Selected: press Ctrl C';
}

// dirty reports whether the answer holds words that are not saved.
export function dirty() {
  return [...form()?.elements || []].some((field) => field.tagName === 'TEXTAREA' && field.value !== field.defaultValue);
}

async function check() {
  const mine = ++turn;
  const answer = form();
  if (!answer) return;
  const init = { method: 'POST', body: new URLSearchParams(new FormData(answer)), headers: { Accept: 'application/json' } };
  const response = await fetch(answer.dataset.check, init).catch(() => null);
  if (!response?.ok || mine !== turn || answer !== form()) return; // approval checks again in any case
  const result = await response.json();
  const length = document.getElementById('length');
  length.textContent = result.limit ? `${result.length}/${result.limit}` : '';
  length.classList.toggle('over', result.limit > 0 && result.length > result.limit);
  document.getElementById('checks').innerHTML = result.html; // escaped by the server's template
  document.getElementById('approve')?.setAttribute('title', result.problems?.join('\n') || '');
}

function remember() {
  const words = {};
  for (const field of form().querySelectorAll('textarea')) words[field.name] = field.value;
  if (dirty()) sessionStorage.setItem(memory(caseID()), JSON.stringify({ draft: form().elements.draft.value, words }));
  else forget();
}

function forget() { sessionStorage.removeItem(memory(caseID())); }

function restore() {
  const kept = form() && sessionStorage.getItem(memory(caseID()));
  if (!kept) return;
  const { draft, words } = JSON.parse(kept);
  if (draft !== form().elements.draft.value) { // another draft since: its words win
    forget();
    return;
  }
  for (const field of form().querySelectorAll('textarea')) if (field.name in words) field.value = words[field.name];
  if (dirty()) check();
}
