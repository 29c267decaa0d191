// What third parties load, they load because the reader asked for it.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-embed]')) {
  link.addEventListener('click', (event) => {
    // With a key held, readers mean another tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.title = link.dataset['title']!;
    frame.allow = 'picture-in-picture; encrypted-media';
    frame.allowFullscreen = true;
    // YouTube plays nothing without knowing the site; the page it need not know.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.src = link.dataset['embed']!;
    link.replaceWith(frame);
    frame.focus();
  });
}
