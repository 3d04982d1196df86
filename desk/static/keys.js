// The keyboard: a key presses the button that carries it in data-key, so that
// keys and buttons can never disagree.
import { visit } from './visit.js';

const typing = (node) => node.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

export function keys() {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') return leave(event);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.closest('#answer')) {
      event.preventDefault();
      document.getElementById('approve')?.click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (press(event.key, event)) event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-help]')) document.getElementById('help').showModal();
    for (const open of document.querySelectorAll('.ask[open]')) if (!open.contains(event.target)) open.open = false;
  });
}

// press reports whether a key meant something.
function press(key, event) {
  switch (key) {
    case 'j': return move('next');
    case 'k': return move('prev');
    case '?': document.getElementById('help').showModal(); return true;
    case 'Enter': return event.target.closest('a, button, summary') ? false : enter();
    default: return act(key);
  }
}

function move(way) {
  const row = current()?.parentElement;
  const beside = way === 'next' ? row?.nextElementSibling : row?.previousElementSibling;
  const url = row && alone() ? beside?.querySelector('a').href : row?.querySelector('a').href || document.getElementById('case')?.dataset[way];
  if (url && document.getElementById('desk')) visit(url);
  return Boolean(url);
}

const current = () => document.querySelector('#rows [aria-current]');
const alone = () => document.getElementById('desk')?.classList.contains('alone') || matchMedia('(min-width: 720px)').matches;

function enter() {
  const row = current();
  if (row) visit(row.href, { open: true });
  return Boolean(row) || act('Enter');
}

function act(key) {
  const all = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter((node) => node.checkVisibility());
  const target = all.find((node) => node.closest('li')?.contains(document.activeElement)) || all[0];
  if (!target) return false;
  if (target.matches('input, textarea')) {
    target.focus();
    if (target.matches('textarea')) target.setSelectionRange(target.value.length, target.value.length);
    else target.select();
    return true;
  }
  target.click();
  if (target.matches('summary') && target.parentElement.open) target.parentElement.querySelector('input:not([type=hidden])')?.focus();
  return true;
}

// leave steps out of a field or closes what floats.
function leave(event) {
  const open = document.querySelector('.ask[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
  } else if (typing(event.target)) {
    event.target.blur();
    document.getElementById('main')?.focus({ preventScroll: true });
  }
}
