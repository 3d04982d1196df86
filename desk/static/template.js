// The form of a tone template: lines that come, move and go, and the preview
// that follows what is typed. The page works without this file.

const pause = 350; // ms of silence before the server is asked
const form = document.getElementById('template');
let timer, turn = 0, dirty = false;

const lineOf = (node) => node.closest('.lines > li');
const fieldOf = (line) => line.querySelector('textarea');

form?.addEventListener('input', (event) => {
  const line = lineOf(event.target);
  if (line && !line.nextElementSibling && event.target.value.trim()) line.after(empty(line));
  changed();
});

form?.addEventListener('keydown', (event) => {
  const line = lineOf(event.target);
  if (!line || event.isComposing || !event.target.matches('textarea')) return;
  const beside = { ArrowUp: line.previousElementSibling, ArrowDown: line.nextElementSibling }[event.key];
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    const beneath = line.nextElementSibling;
    const next = beneath && fieldOf(beneath)?.value === '' ? beneath : empty(line);
    if (next !== beneath) line.after(next);
    fieldOf(next).focus();
  } else if (event.key === 'Backspace' && !event.target.value && line.nextElementSibling) {
    fieldOf(line.previousElementSibling || line.nextElementSibling)?.focus();
    line.remove();
  } else if (event.altKey && beside) {
    if (event.key === 'ArrowUp') beside.before(line);
    else if (beside.nextElementSibling) beside.after(line); // the last stays the empty one
    event.target.focus();
  } else return;
  event.preventDefault();
  changed();
});

form?.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  const line = button && lineOf(button);
  if (button?.dataset.slot) insert(button);
  else if (line && button.value.startsWith('up ')) line.previousElementSibling?.before(line);
  else if (line && button.value.startsWith('drop ')) drop(line);
  else return;
  event.preventDefault();
  changed();
});

form?.addEventListener('change', changed);
form?.addEventListener('submit', () => { dirty = false; });
addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault(); });

// A problem of the YAML leads to its line.
document.getElementById('general')?.addEventListener('click', (event) => {
  const line = event.target.closest('[data-line]')?.dataset.line;
  const body = document.getElementById('body');
  if (!line || !body) return;
  event.preventDefault();
  const before = body.value.split('\n').slice(0, line - 1).join('\n').length;
  body.focus();
  body.setSelectionRange(before + (before && 1), (body.value + '\n').indexOf('\n', before + 1));
});

// empty is a line to write on, made after another.
function empty(line) {
  const fresh = line.cloneNode(true);
  fresh.querySelector('.problem')?.remove();
  const field = fieldOf(fresh);
  field.value = field.textContent = '';
  field.removeAttribute('id');
  return fresh;
}

// drop takes a line away, and offers it back in its place.
function drop(line) {
  const list = line.parentElement;
  if (!line.nextElementSibling) return;
  const back = Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: 'Put the line back' });
  const place = document.createElement('li');
  place.className = 'gone-line';
  place.append(`Removed: ${fieldOf(line).value} `, back);
  back.onclick = () => { place.replaceWith(line); fieldOf(line).focus(); changed(); };
  list.querySelector('.gone-line')?.remove();
  line.replaceWith(place);
  back.focus();
}

// insert puts a slot where the cursor was last in its field.
let last;
form?.addEventListener('focusin', (event) => { if (event.target.matches('textarea')) last = event.target; });
function insert(button) {
  const fields = [...button.closest('.place').querySelectorAll('textarea')];
  const field = fields.includes(last) ? last : fields.at(-1);
  field.focus();
  field.setRangeText(`{${button.dataset.slot}}`, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function changed() {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(preview, pause);
}

async function preview() {
  const mine = ++turn;
  const init = { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' } };
  const response = await fetch(form.dataset.preview, init).catch(() => null);
  if (mine !== turn) return;
  document.getElementById('stale').hidden = Boolean(response?.ok);
  if (!response?.ok) return;
  const { html, problems, general } = await response.json();
  if (mine !== turn) return;
  const shown = document.getElementById('shown');
  if (html) shown.innerHTML = html; // escaped by the server's template
  shown.classList.toggle('old', !html);
  document.getElementById('waits').hidden = Boolean(html);
  document.getElementById('general').innerHTML = general;
  tell(problems);
}

// tell puts each problem beside its line.
function tell(problems) {
  for (const old of form.querySelectorAll('.place .problem')) old.remove();
  for (const { place, line, text } of problems) {
    const at = form.querySelector(`.place[data-place="${CSS.escape(place)}"]`);
    const written = at ? [...at.querySelectorAll('.lines > li')].filter((one) => fieldOf(one)?.value.trim()) : [];
    const node = Object.assign(document.createElement('p'), { className: 'problem', textContent: text });
    (written[line] || at)?.append(node);
  }
  for (const group of form.querySelectorAll('details.group, details.fold')) {
    const n = group.querySelectorAll('.problem').length;
    const count = group.querySelector(':scope > summary .wrong');
    count.textContent = n ? `${n} to put right` : '';
  }
}
