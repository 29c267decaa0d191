import type { LocalTree } from './tree.ts';

/** The part of `FileSystemFileHandle` that the editor uses. */
interface FileHandle {
  kind: 'file';
  name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(data: string | Blob): Promise<void>; close(): Promise<void> }>;
}

/** The part of `FileSystemDirectoryHandle` that the editor uses. */
interface FolderHandle {
  kind: 'directory';
  name: string;
  entries(): AsyncGenerator<[string, FileHandle | FolderHandle]>;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FolderHandle>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
  requestPermission(): Promise<'granted'>;
}

/** Make the handle of a folder of the working tree. @param path From the root, without a slash at its ends. */
export function createFolder(tree: LocalTree, path: string): FolderHandle {
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`);
  return {
    kind: 'directory',
    name: path.replace(/^.*\//, ''),
    async *entries() {
      for (const [name, isFile] of tree.childrenOf(path))
        yield [name, isFile ? createFile(tree, below(name)) : createFolder(tree, below(name))];
    },
    getDirectoryHandle: async (name, { create = false } = {}) => {
      // The editor recognises the root of a project by it.
      const isKnown = name === '.git' || tree.childrenOf(path).get(name) === false;
      if (!isKnown && !create) throw new DOMException(`There is no folder ${below(name)}.`, 'NotFoundError');
      return createFolder(tree, below(name));
    },
    getFileHandle: async (name, { create = false } = {}) => {
      if (!tree.files.has(below(name)) && !create)
        throw new DOMException(`There is no file ${below(name)}.`, 'NotFoundError');
      return createFile(tree, below(name));
    },
    removeEntry: async (name) => {
      if (tree.files.has(below(name))) await tree.remove(below(name));
    },
    requestPermission: async () => 'granted',
  };
}

function createFile(tree: LocalTree, path: string): FileHandle {
  return {
    kind: 'file',
    name: path.replace(/^.*\//, ''),
    getFile: () => tree.read(path),
    createWritable: async () => ({ write: (data) => tree.write(path, data), close: async () => {} }),
  };
}
