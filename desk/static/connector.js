// Checks the form of a connector as it is typed, and tries it in place: no secret is typed twice.
const form = document.getElementById('connector'), touched = new Set();
let timer, turn = 0, sound = false;
form?.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 400, 'check'); });
form?.addEventListener('change', (event) => touched.add(event.target.name));
form?.addEventListener('submit', async (event) => {
  if (sound) return; // it was checked, and is saved now
  event.preventDefault();
  for (const field of form.elements) touched.add(field.name);
  const answer = await ask(event.submitter.value);
  sound = event.submitter.value === 'save' && !answer?.wrong; // without an answer, the page says why
  if (sound) form.requestSubmit(event.submitter);
  else form.querySelector('.problem:not(:empty), [role=alert], #tried')?.scrollIntoView({ block: 'nearest' });
});

async function ask(what) {
  clearTimeout(timer);
  const mine = ++turn, body = new URLSearchParams([...new FormData(form), ['do', what]]);
  const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(() => null);
  const answer = response?.ok && mine === turn ? await response.json() : null;
  for (const [name, text] of Object.entries(answer?.problems || {})) if (touched.has(name) || !text) document.getElementById(`p-${name}`).textContent = text;
  for (const [id, html] of Object.entries(answer?.parts || {})) document.getElementById(id).innerHTML = html; // escaped by the server
  return answer;
}
