// Keeps relative times true while a page is open, in the server's words.

export function clocks() {
  const tick = () => {
    for (const node of document.querySelectorAll('time[data-time]')) node.textContent = words(node) ?? node.textContent;
    const done = document.querySelector('[data-done] time');
    if (done && Date.parse(done.dateTime) <= Date.now()) done.closest('[data-done]').remove();
  };
  setInterval(tick, 1000);
}

function words(node) {
  const seconds = (Date.now() - Date.parse(node.dateTime)) / 1000;
  switch (node.dataset.time) {
    case 'ago': return seconds < 60 ? 'now' : seconds < 30 * 86400 ? span(seconds) : undefined;
    case 'due': return seconds > 0 ? `${span(seconds + 59)} over` : `${span(59 - seconds)} left`;
    case 'countdown': return seconds >= 0 ? 'a moment' : span(-seconds);
    default: return undefined;
  }
}

function span(seconds) {
  const s = Math.floor(seconds);
  if (s < 60) return `${s} s`;
  if (s < 6000) return `${Math.floor(s / 60)} min`;
  if (s < 172800) return `${Math.floor(s / 3600)} h`;
  return `${Math.floor(s / 86400)} d`;
}
