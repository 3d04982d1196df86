// The desk works without this file; this makes it live and quick.
import { visit, submit, target, navigable } from './visit.js';
import { keys } from './keys.js';
import { editor } from './editor.js';
import { live } from './live.js';
import { clocks } from './clock.js';

document.documentElement.classList.add('scripted');

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (!navigable(link)) return;
  event.preventDefault();
  visit(link.href, { open: true });
});

document.addEventListener('submit', (event) => {
  if (!document.getElementById('desk') || event.target.method === 'dialog') return;
  if (target(event.target, event.submitter).pathname === '/sign-out') {
    sessionStorage.clear();
    return;
  }
  event.preventDefault();
  submit(event.target, event.submitter);
});

addEventListener('popstate', () => { if (document.getElementById('desk')) visit(location.href, { keep: true }); });

// A choice of platform needs no button.
document.addEventListener('change', (event) => {
  if (event.target.matches('.search select')) event.target.form.requestSubmit();
});

keys();
editor();
clocks();
live();
document.querySelector('#rows [aria-current]')?.scrollIntoView({ block: 'nearest' });
