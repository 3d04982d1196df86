// The form of a connector: what is typed is checked as it is typed, and tried
// without leaving the page, so that no secret is typed twice. The page works
// without this file.

const pause = 400; // ms of silence before the server is asked
const form = document.getElementById('connector');
const touched = new Set();
let timer, turn = 0, sound = false, dirty = false;

// On a phone the steps would hide the form.
if (matchMedia('(max-width: 719px)').matches) document.querySelector('.con-steps')?.removeAttribute('open');

form?.addEventListener('input', (event) => {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
  if (event.target.type === 'checkbox') touched.add(event.target.name);
});
form?.addEventListener('change', (event) => touched.add(event.target.name));
addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault(); });

form?.addEventListener('submit', async (event) => {
  const button = event.submitter;
  if (sound) { dirty = false; return; } // it was checked, and is saved now
  event.preventDefault();
  for (const field of form.elements) touched.add(field.name);
  const busy = document.getElementById('busy');
  busy.hidden = button?.value !== 'try';
  for (const one of form.querySelectorAll('.bar button')) one.disabled = true;
  const answer = await ask(button?.value === 'try' ? 'try' : 'check');
  for (const one of form.querySelectorAll('.bar button')) one.disabled = false;
  busy.hidden = true;
  if (button?.value !== 'try' && (!answer || (!answer.rest?.length && !Object.keys(answer.problems).length))) {
    sound = true; // without an answer the server says what is wrong
    form.requestSubmit(button);
  } else if (button?.value === 'try') document.getElementById('tried').scrollIntoView({ block: 'nearest' });
  else form.querySelector('.problem, [role=alert]')?.scrollIntoView({ block: 'center' });
});

async function ask(what = 'check') {
  clearTimeout(timer);
  const mine = ++turn;
  const typed = new URLSearchParams(new FormData(form));
  typed.set('do', what);
  const response = await fetch(form.action, { method: 'POST', body: typed, headers: { Accept: 'application/json' } }).catch(() => null);
  if (!response?.ok || mine !== turn) return null;
  const answer = await response.json();
  tell(answer);
  return answer;
}

function tell({ problems, rest, yaml, html }) {
  document.getElementById('yaml').textContent = yaml;
  if (html) document.getElementById('tried').innerHTML = html; // escaped by the server's template
  for (const old of form.querySelectorAll('.problem')) old.remove();
  for (const [name, text] of Object.entries(problems)) {
    if (!touched.has(name)) continue;
    const field = form.elements[name];
    field?.closest('.field').append(Object.assign(document.createElement('p'), { className: 'problem', textContent: text }));
    const folded = field?.closest('details');
    if (folded) folded.open = true;
  }
  const notice = document.getElementById('rest');
  notice.replaceChildren();
  if (!rest?.length) return;
  const box = Object.assign(document.createElement('div'), { className: 'notice' });
  box.setAttribute('role', 'alert');
  box.append(...rest.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  notice.append(box);
}
