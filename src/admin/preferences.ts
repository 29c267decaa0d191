// Imported before the editor, which reads them once: Persian, and an entry stays open when it is saved or Escape is pressed.
const preferencesKey = 'sveltia-cms.prefs';
if (!localStorage.getItem(preferencesKey))
  localStorage.setItem(preferencesKey, JSON.stringify({ locale: 'fa', closeWithEscape: false, closeOnSave: false }));
