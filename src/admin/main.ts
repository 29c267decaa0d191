import './preferences.ts';
import CMS from '@sveltia/cms';
import './styles.css';
import { followAddresses } from './addresses.ts';
import { addressControl } from './controls/address.ts';
import { followBackups } from './saving/backups.ts';
import { followConflicts } from './saving/conflict.ts';
import { chipsControl } from './controls/chips.ts';
import { focusControl } from './controls/focus.ts';
import { jalaliControl } from './controls/jalali.ts';
import { followDrafts } from './draft.ts';
import { followFailures } from './saving/failures.ts';
import { followSavings } from './saving/meanwhile.ts';
import { completeValues, continueFromSaved, readFile, readFront, saveFile } from './format.ts';
import { useLocalFiles } from './local/local-files.ts';
import { previewPage } from './preview-page.ts';
import { followPastes } from './paste.ts';
import { followLater, runLater } from './later.ts';
import { settings } from './settings.ts';

followDrafts(completeValues, continueFromSaved);
followAddresses();
followBackups();
followConflicts();
followFailures();
followLater();
followPastes();
followSavings();
if (settings.place === 'local') useLocalFiles();

CMS.registerCustomFormat('rooznegar', 'md', { fromFile: readListed, toFile: saveFile });
CMS.registerCustomFormat('rooznegar-front', 'yml', { fromFile: readFront, toFile: saveFile });
CMS.registerFieldType('jalali', jalaliControl() as never);
CMS.registerFieldType('chips', chipsControl() as never);
CMS.registerFieldType('focus', focusControl() as never);
CMS.registerFieldType('address', addressControl() as never);
for (const { name } of settings.editor.collections) CMS.registerPreviewTemplate(name, previewPage() as never);
for (const style of settings.styles) CMS.registerPreviewStyle(style);

function readListed(text: string): ReturnType<typeof readFile> {
  runLater();
  return readFile(text);
}

const shown = await import('./check/panel.ts');
CMS.registerFieldType('check', shown.checkControl() as never);
await CMS.init({ config: settings.editor as never });
