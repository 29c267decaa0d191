// Third-party content loads only when the reader asks for it.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-embed]')) {
  link.addEventListener('click', (event) => {
    // With a modifier key, readers want another tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.title = link.dataset['title']!;
    frame.allow = 'picture-in-picture; encrypted-media';
    frame.allowFullscreen = true;
    // YouTube requires the referring site, but need not learn the page.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.src = link.dataset['embed']!;
    link.replaceWith(frame);
    frame.focus();
  });
}
