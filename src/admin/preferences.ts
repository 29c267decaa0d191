// Imported before the editor, which reads them once: Persian, and an entry stays open when it is saved or Escape is pressed.
const name = 'sveltia-cms.prefs';
if (!localStorage.getItem(name))
  localStorage.setItem(name, JSON.stringify({ locale: 'fa', closeWithEscape: false, closeOnSave: false }));
