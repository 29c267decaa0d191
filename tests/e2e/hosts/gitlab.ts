import type { Page } from 'playwright-core';
import { answerQuery, type GraphObject } from './graphql.ts';
import { blobOid, type Commit } from './repository.ts';
import { type Answer, type Asked, type Proposal, StubHost } from './stub-host.ts';

/** A merge request as far as the editor uses it. */
export interface MergeRequest {
  iid: number;
  title: string;
  branch: string;
  state: 'opened' | 'closed' | 'merged';
  labels: string[];
}

/** A change of a file within a commit. */
interface Action {
  action: 'create' | 'update' | 'delete' | 'move';
  file_path: string;
  previous_path?: string;
  content: string;
  encoding: 'text' | 'base64';
  last_commit_id?: string;
}

const user = { id: 7, username: 'negar', name: 'نگار', email: 'negar@example.org', web_url: '', avatar_url: '' };
const notFound: Answer = { status: 404, json: { message: '404 Not Found' } };
const bad = (message: string): Answer => ({ status: 400, json: { message } });

/** Files in one answer of GraphQL. */
const pageSize = 100;

/**
 * GitLab in memory: the REST and GraphQL requests of an editor, with the answers and errors that
 * https://docs.gitlab.com/api/rest/ and https://docs.gitlab.com/api/graphql/ document.
 */
export class StubGitLab extends StubHost {
  readonly requests: MergeRequest[] = [];
  /** Called when a commit has arrived and before it is checked, as when somebody else is a moment earlier. */
  beforeCommit: (() => void) | undefined;
  protected readonly refusal = { status: 401, json: { message: '401 Unauthorized' } };

  get proposals(): readonly Proposal[] {
    return this.requests.map(({ state, ...request }) => ({
      ...request,
      // A title says whether a merge request is a draft.
      isDraft: /^draft/i.test(request.title),
      state: state === 'opened' ? 'open' : state,
    }));
  }

  async serve(page: Page): Promise<void> {
    await page.route('https://gitlab.com/api/**', (route, request) => this.fulfill(route, request));
  }

  protected answer({ method, url, body }: Asked): Answer {
    if (url.pathname === '/api/graphql') return this.#graph(body);
    const [first = '', project = '', ...rest] = url.pathname
      .slice('/api/v4/'.length)
      .split('/')
      .map(decodeURIComponent);
    if (first === 'user') return { status: 200, json: user };
    if (first !== 'projects' || project !== 'newsroom/paper') return notFound;
    const asked = url.searchParams;
    switch (`${method} ${rest.slice(0, 2).join('/')}`.replace(/\/\d+$/, '')) {
      case 'GET users':
        return { status: 200, json: [user].filter(({ username }) => username.includes(asked.get('search') ?? '')) };
      case 'GET deployments':
        return { status: 200, json: [] };
      case 'GET repository/commits':
        return { status: 200, json: rest[3] === 'statuses' ? [] : this.#commitsOf(asked) };
      case 'POST repository/commits':
        return this.#commit(body);
      case 'GET repository/files': {
        const file = this.repository.head(asked.get('ref')!).tree.get(rest[2]!);
        return file ? { status: 200, body: file } : notFound;
      }
      case 'GET repository/branches':
        return { status: 200, json: { commit: { id: this.repository.head(rest[2]!).oid } } };
      case 'DELETE repository/branches':
        return this.repository.branches.delete(rest[2]!) ? { status: 204 } : notFound;
      case 'POST merge_requests':
        return this.#open(body);
      case 'GET merge_requests':
        return rest[1] === undefined ? this.#list(asked) : this.#ofRequest(rest, () => this.#diffsOrRequest(rest));
      case 'PUT merge_requests':
        return this.#ofRequest(rest, (request) => this.#change(request, rest[2], body));
      default:
        return notFound;
    }
  }

  #commitsOf(asked: URLSearchParams): unknown[] {
    const name = asked.get('ref_name') ?? 'main';
    const commit = this.repository.commits.get(this.repository.branches.get(name) ?? name);
    const found = this.repository.lastChange(asked.get('path') ?? '', commit);
    return found ? [{ id: found.oid, author_name: user.name, committed_date: found.date }] : [];
  }

  /** https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions */
  #commit({ branch, start_branch: start, commit_message: message, actions }: Record<string, unknown>): Answer {
    this.beforeCommit?.();
    const [name, from] = [String(branch), String(start ?? branch)];
    const { branches } = this.repository;
    if (start !== undefined && branches.has(name)) return bad(`A branch called '${name}' already exists.`);
    if (!branches.has(from)) return bad('You can only create or edit files when you are on a branch');
    const head = this.repository.head(from);
    const changes: Record<string, Buffer | undefined> = {};
    for (const {
      action,
      file_path: path,
      previous_path: old,
      content,
      encoding,
      last_commit_id: known,
    } of actions as Action[]) {
      const before = action === 'move' ? old! : path;
      if ((action === 'create') === head.tree.has(before))
        return bad(
          action === 'create' ? 'A file with this name already exists' : "A file with this name doesn't exist",
        );
      if (known !== undefined && known !== this.repository.lastChange(before, head)?.oid)
        return bad(`The file has changed since you started editing it: ${before}`);
      changes[before] = undefined;
      if (action !== 'delete') changes[path] = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    }
    if (start !== undefined) branches.set(name, head.oid);
    const { oid: id, date } = this.repository.change(name, changes, String(message));
    return { status: 201, json: { id, committed_date: date } };
  }

  #open({ title, source_branch: branch, labels }: Record<string, unknown>): Answer {
    if (!this.repository.branches.has(String(branch))) return notFound;
    const request = {
      iid: this.requests.length + 1,
      title: String(title),
      branch: String(branch),
      state: 'opened' as const,
    };
    this.requests.push({ ...request, labels: String(labels).split(',') });
    return { status: 201, json: this.#json(this.requests.at(-1)!) };
  }

  #list(asked: URLSearchParams): Answer {
    const labels = asked.get('labels')?.split(',') ?? [];
    const branch = asked.get('source_branch');
    const found = this.requests.filter(
      (request) =>
        request.state === asked.get('state') &&
        (branch === null || request.branch === branch) &&
        labels.every((label) => request.labels.includes(label)),
    );
    return { status: 200, json: found.map((request) => this.#json(request)) };
  }

  #ofRequest([, iid]: string[], run: (request: MergeRequest) => Answer): Answer {
    const request = this.requests.find((each) => `${each.iid}` === iid);
    return request ? run(request) : notFound;
  }

  #diffsOrRequest([, iid, part]: string[]): Answer {
    const request = this.requests[Number(iid) - 1]!;
    if (part !== 'diffs') return { status: 200, json: this.#json(request) };
    const paths = this.#changed(request);
    const json = paths.map((path) => ({ old_path: path, new_path: path, deleted_file: false, renamed_file: false }));
    return { status: 200, json };
  }

  #change(request: MergeRequest, part: string | undefined, body: Record<string, unknown>): Answer {
    if (part === 'merge') return this.#merge(request, body);
    const [add, remove] = ['add_labels', 'remove_labels'].map((name) =>
      String(body[name] ?? '')
        .split(',')
        .filter(Boolean),
    );
    request.labels = [...request.labels.filter((label) => !remove!.includes(label)), ...add!];
    request.title = String(body['title'] ?? request.title);
    if (body['state_event'] === 'close') request.state = 'closed';
    return { status: 200, json: this.#json(request) };
  }

  #merge(request: MergeRequest, { sha, should_remove_source_branch: removes }: Record<string, unknown>): Answer {
    if (this.#json(request).draft || request.state !== 'opened')
      return { status: 405, json: { message: '405 Method Not Allowed' } };
    if (sha !== undefined && sha !== this.repository.head(request.branch).oid)
      return { status: 409, json: { message: 'SHA does not match HEAD of source branch' } };
    const { tree } = this.repository.head(request.branch);
    const changes = Object.fromEntries(this.#changed(request).map((path) => [path, tree.get(path)]));
    this.repository.change('main', changes, request.title);
    request.state = 'merged';
    if (removes === true) this.repository.branches.delete(request.branch);
    return { status: 200, json: { ...user, iid: request.iid, state: 'merged' } };
  }

  #changed({ branch }: MergeRequest): string[] {
    const [ours, theirs] = [this.repository.head(branch).tree, this.repository.head('main').tree];
    const paths = new Set([...ours.keys(), ...theirs.keys()]);
    return [...paths].filter((path) => !(ours.get(path)?.equals(theirs.get(path) ?? Buffer.alloc(0)) ?? false));
  }

  #json({ iid, title, branch, state, labels }: MergeRequest) {
    const commit = this.repository.commits.get(this.repository.branches.get(branch) ?? '');
    const times = { created_at: commit?.date, updated_at: commit?.date };
    const names = { source_branch: branch, target_branch: 'main', web_url: '', author: user };
    const merging = { draft: /^draft:/i.test(title), detailed_merge_status: 'mergeable' };
    return { id: 100 + iid, iid, title, state, labels, sha: commit?.oid, ...times, ...names, ...merging };
  }

  #graph({ query, variables = {} }: Record<string, unknown>): Answer {
    const asked = variables as { fullPath?: string };
    const project = asked.fullPath === 'newsroom/paper' ? this.#project() : null;
    try {
      return { status: 200, json: { data: answerQuery(String(query), asked, { project }) } };
    } catch (error) {
      return { status: 200, json: { errors: [{ message: (error as Error).message }] } };
    }
  }

  #project(): GraphObject {
    return {
      repository: {
        rootRef: 'main',
        tree: ({ ref }: { ref: string }) =>
          this.repository.branches.has(ref) ? treeNode(this.repository.head(ref)) : null,
        // Those that are not there are left out.
        blobs: ({ ref, paths }: { ref: string; paths: string[] }) => ({
          nodes: paths.flatMap((path) => {
            const bytes = this.repository.head(ref).tree.get(path);
            const text = bytes?.includes(0) ? null : bytes?.toString('utf8');
            return bytes ? [{ path, oid: blobOid(bytes), size: `${bytes.length}`, rawTextBlob: text }] : [];
          }),
        }),
      },
    };
  }
}

function treeNode({ oid, message, tree }: Commit): GraphObject {
  return {
    lastCommit: { sha: oid, message },
    blobs: ({ after }: { after: string }) => {
      const start = Number(after);
      const nodes = [...tree].map(([path, bytes]) => ({ type: 'blob', path, sha: blobOid(bytes) }));
      const end = start + pageSize;
      const pageInfo = { endCursor: `${end}`, hasNextPage: end < nodes.length };
      return { nodes: nodes.slice(start, end), pageInfo };
    },
  };
}
