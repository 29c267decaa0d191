import { createHash } from 'node:crypto';

/** The files of a commit by path. */
export type Tree = ReadonlyMap<string, Buffer>;

/** A commit of a repository in memory. */
export interface Commit {
  oid: string;
  tree: Tree;
  message: string;
  /** The commit before it. */
  parent?: Commit | undefined;
  /** ISO 8601. */
  date: string;
}

/** A repository in memory, as hosts of repositories keep it: branches that point to commits. */
export class MemoryRepository {
  readonly commits = new Map<string, Commit>();
  readonly branches = new Map<string, string>();

  constructor(files: Readonly<Record<string, string | Buffer>>) {
    this.commit('main', new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])), 'First');
  }

  /** The commit that a branch points to. @throws Error if there is no such branch. */
  head(branch: string): Commit {
    const commit = this.commits.get(this.branches.get(branch) ?? '');
    if (!commit) throw new Error(`There is no branch ${branch}.`);
    return commit;
  }

  /** Let a branch point to a new commit with these files. */
  commit(branch: string, tree: Tree, message: string): Commit {
    const oid = sha1(`commit ${this.commits.size} ${message}`);
    const date = new Date(Date.UTC(2026, 0, 1) + this.commits.size * 60_000).toISOString();
    const parent = this.commits.get(this.branches.get(branch) ?? '');
    const commit = { oid, tree, message, parent, date };
    this.commits.set(oid, commit);
    this.branches.set(branch, oid);
    return commit;
  }

  /** Change files of a branch: `undefined` removes one. */
  change(branch: string, changes: Readonly<Record<string, string | Buffer | undefined>>, message: string): Commit {
    const tree = new Map(this.head(branch).tree);
    for (const [path, data] of Object.entries(changes)) {
      if (data === undefined) tree.delete(path);
      else tree.set(path, Buffer.from(data));
    }
    return this.commit(branch, tree, message);
  }

  /** Read a file of a branch as text. */
  read(path: string, branch = 'main'): string | undefined {
    return this.head(branch).tree.get(path)?.toString('utf8');
  }

  /** Find the commit that gave a file the form that it has in a commit; `undefined` if it has none. */
  lastChange(path: string, commit: Commit | undefined): Commit | undefined {
    const bytes = commit?.tree.get(path);
    if (!commit || !bytes) return undefined;
    const { parent } = commit;
    return parent?.tree.get(path)?.equals(bytes) ? this.lastChange(path, parent) : commit;
  }

  /** Find a file by the hash of its content. */
  blob(oid: string): Buffer | undefined {
    for (const { tree } of this.commits.values())
      for (const bytes of tree.values()) if (blobOid(bytes) === oid) return bytes;
    return undefined;
  }
}

/** Git's hash of a file's content. */
export function blobOid(bytes: Buffer): string {
  return sha1(`blob ${bytes.length}\0`, bytes);
}

function sha1(...parts: (string | Buffer)[]): string {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha1')).digest('hex');
}
