// The answer as it is typed: length and checks follow, and unsaved words
// survive a walk to another case and back.

const pause = 250; // ms of silence before the server is asked
let timer, turn = 0;

const form = () => document.getElementById('answer');
const unsaved = () => 'unsaved' in form().dataset; // what the server refused, or put there
const memory = () => `words:${document.getElementById('case').dataset.case}`;

export function editor() {
  document.addEventListener('input', (event) => {
    if (!event.target.closest('#answer')) return;
    remember();
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  });
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
function dirty() {
  return unsaved() || [...form().querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue);
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

// remember keeps the words that are not saved. Sending does not forget them: the
// reply may be lost, or a refusal that nobody saw. What was saved is another draft.
function remember() {
  const words = {};
  for (const field of form().querySelectorAll('textarea')) words[field.name] = field.value;
  if (dirty()) sessionStorage.setItem(memory(), JSON.stringify({ draft: form().elements.draft.value, words }));
  else sessionStorage.removeItem(memory());
}

function restore() {
  if (!form()) return;
  const kept = JSON.parse(sessionStorage.getItem(memory()));
  if (unsaved() || kept?.draft !== form().elements.draft.value) {
    remember(); // the page's words win
    return;
  }
  for (const field of form().querySelectorAll('textarea')) if (field.name in kept.words) field.value = kept.words[field.name];
  if (dirty()) check();
}
