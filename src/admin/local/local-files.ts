import { showConflict } from '../saving/conflict.ts';
import { settings } from '../settings.ts';
import { useListedTexts } from '../format.ts';
import { createFolder } from './handles.ts';
import { usePicturesOf } from './pictures.ts';
import { LocalTree } from './tree.ts';

/**
 * Let the editor work on the files of this machine: its way to a folder of the browser (File System Access) leads to the
 * server of `npm run dev` instead, so it works in every browser and without a question.
 */
export function useLocalFiles(): void {
  const tree = new LocalTree(`${settings.base}/@rooznegar/admin`, settings.token ?? '', showConflict);
  usePicturesOf(tree);
  useListedTexts(tree);
  Object.assign(window, {
    showDirectoryPicker: async () => {
      await tree.load();
      return createFolder(tree, '');
    },
  });
  // Signed in, since there is nobody else on this machine.
  localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'local' }));
}
