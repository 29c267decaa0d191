// Shortcuts for the focused comment: a, r and s decide, j and k move. By key position, so that they work with a Persian layout.
const articles = [...document.querySelectorAll('article')];

document.addEventListener('keydown', (event) => {
  const current = event.target instanceof Element ? event.target.closest('article') : null;
  const isTyping = event.target instanceof Element && event.target.matches('textarea, input:not([type="checkbox"])');
  if (!current || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = event.code.replace('Key', '').toLowerCase();
  if (key === 'j' || key === 'k') articles[articles.indexOf(current) + (key === 'j' ? 1 : -1)]?.focus();
  else current.querySelector(`[data-key="${CSS.escape(key)}"]`)?.click();
});

// Focus the next comment after a decision.
if (new URLSearchParams(location.search).has('done')) articles[0]?.focus();
