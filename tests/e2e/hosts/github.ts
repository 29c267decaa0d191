import type { Page } from 'playwright-core';
import { answerQuery, type GraphObject } from './graphql.ts';
import { blobOid, type Commit } from './repository.ts';
import { type Answer, type Asked, type Proposal, StubHost } from './stub-host.ts';

/** A pull request as far as the editor uses it. */
export interface PullRequest {
  number: number;
  title: string;
  branch: string;
  isDraft: boolean;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  labels: string[];
}

/** Above this size GitHub gives a text in parts only. */
const largestText = 512_000;
const notFound: Answer = { status: 404, json: { message: 'Not Found' } };

/**
 * GitHub in memory: the REST and GraphQL requests of an editor, with the answers and errors that
 * https://docs.github.com/en/rest and https://docs.github.com/en/graphql document.
 */
export class StubGitHub extends StubHost {
  readonly pulls: PullRequest[] = [];
  protected readonly refusal = { status: 401, json: { message: 'Bad credentials', status: '401' } };

  get proposals(): readonly Proposal[] {
    const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;
    return this.pulls.map(({ state, ...pull }) => ({ ...pull, state: states[state] }));
  }

  async serve(page: Page): Promise<void> {
    await page.route('https://www.githubstatus.com/**', (route) =>
      route.fulfill({ json: { status: { indicator: 'none' } } }),
    );
    await page.route('https://api.github.com/**', (route, request) => this.fulfill(route, request));
  }

  protected answer({ method, url, body }: Asked): Answer {
    const path = decodeURIComponent(url.pathname);
    return path === '/graphql' ? this.#graph(body) : this.#rest(method, path, body);
  }

  #rest(method: string, path: string, body: Record<string, unknown>): Answer {
    if (path === '/user')
      return { status: 200, json: { id: 7, login: 'negar', name: 'نگار', email: 'negar@example.org', avatar_url: '' } };
    const [, , , , kind = '', ...rest] = path.split('/');
    const pull = this.pulls.find(({ number }) => `${number}` === rest[0]);
    switch (`${method} ${kind}`) {
      case 'GET collaborators':
        return { status: 204 };
      case 'GET git':
        return rest[0] === 'trees' ? this.#tree(rest[1]!) : this.#blob(rest[1]!);
      case 'DELETE git':
        return this.repository.branches.delete(rest.slice(2).join('/')) ? { status: 204 } : notFound;
      case 'PATCH git':
        this.repository.branches.set(rest.slice(2).join('/'), String(body['sha']));
        return { status: 200, json: {} };
      case 'POST pulls':
        return this.#open(body);
      case 'PUT pulls':
        return pull ? this.#merge(pull) : notFound;
      case 'PATCH pulls':
        if (pull) pull.state = 'CLOSED';
        return { status: 200, json: {} };
      case 'GET issues':
        return pull ? { status: 200, json: { labels: pull.labels.map((name) => ({ name })) } } : notFound;
      case 'PATCH issues':
      case 'POST issues':
        if (!pull) return notFound;
        pull.labels = [...(method === 'POST' ? pull.labels : []), ...(body['labels'] as string[])];
        return { status: 200, json: {} };
      default:
        return notFound;
    }
  }

  #tree(revision: string): Answer {
    const oid = this.repository.branches.get(revision) ?? revision;
    const commit = this.repository.commits.get(oid);
    if (!commit) return notFound;
    const tree = [...commit.tree].map(([path, bytes]) => ({
      path,
      type: 'blob',
      mode: '100644',
      sha: blobOid(bytes),
      size: bytes.length,
    }));
    return { status: 200, json: { sha: oid, tree, truncated: false } };
  }

  #blob(oid: string): Answer {
    const body = this.repository.blob(oid);
    return body ? { status: 200, body } : notFound;
  }

  #open({ title, head, draft }: Record<string, unknown>): Answer {
    const branch = String(head);
    if (!this.repository.branches.has(branch)) return { status: 422, json: { message: 'Validation Failed' } };
    const number = this.pulls.length + 1;
    this.pulls.push({ number, title: String(title), branch, isDraft: draft === true, state: 'OPEN', labels: [] });
    const { oid: sha, date } = this.repository.head(branch);
    const json = { number, node_id: `PR_${number}`, title, html_url: '', head: { sha }, created_at: date };
    return { status: 201, json: { ...json, updated_at: date } };
  }

  #merge(pull: PullRequest): Answer {
    if (pull.isDraft || pull.state !== 'OPEN')
      return { status: 405, json: { message: 'Pull Request is not mergeable' } };
    const changes = Object.fromEntries(this.#changed(pull).map((path) => [path, this.#at(pull.branch, path)]));
    const { oid } = this.repository.change('main', changes, pull.title);
    pull.state = 'MERGED';
    return { status: 200, json: { sha: oid, merged: true } };
  }

  #at(branch: string, path: string): Buffer | undefined {
    return this.repository.head(branch).tree.get(path);
  }

  /** Paths of the files that a pull request changes, if nobody changed the same ones on the main branch. */
  #changed({ branch }: PullRequest): string[] {
    const [ours, theirs] = [this.repository.head(branch).tree, this.repository.head('main').tree];
    const paths = new Set([...ours.keys(), ...theirs.keys()]);
    return [...paths].filter((path) => !(ours.get(path)?.equals(theirs.get(path) ?? Buffer.alloc(0)) ?? false));
  }

  #graph({ query, variables = {} }: Record<string, unknown>): Answer {
    try {
      const root = { repository: () => this.#repositoryNode(), ...this.#mutations() };
      return {
        status: 200,
        json: { data: answerQuery(String(query), variables as Record<string, unknown>, root) },
      };
    } catch (error) {
      return { status: 200, json: { data: null, errors: [{ message: (error as Error).message }] } };
    }
  }

  #repositoryNode(): GraphObject {
    const { repository } = this;
    return {
      __typename: 'Repository',
      id: 'R_1',
      defaultBranchRef: { name: 'main' },
      ref: ({ qualifiedName }: { qualifiedName: string }) => {
        const oid = repository.branches.get(qualifiedName);
        return oid === undefined ? null : { target: this.#commitNode(repository.commits.get(oid)!) };
      },
      object: ({ oid, expression }: { oid?: string; expression?: string }) => {
        if (oid !== undefined && repository.commits.has(oid)) return this.#commitNode(repository.commits.get(oid)!);
        const [branch = '', path = ''] = expression?.split(':') ?? [];
        const bytes = oid === undefined ? this.#at(branch, path) : repository.blob(oid);
        return bytes ? blobNode(bytes) : null;
      },
      pullRequests: ({ labels, headRefName }: { labels?: string[]; headRefName?: string }) => {
        const found = this.pulls.filter(
          (pull) =>
            pull.state === 'OPEN' &&
            (headRefName === undefined || pull.branch === headRefName) &&
            (labels === undefined || pull.labels.some((label) => labels.includes(label))),
        );
        return { totalCount: found.length, nodes: found.map((pull) => this.#pullNode(pull)) };
      },
    };
  }

  #commitNode(commit: Commit): GraphObject {
    const { oid, message, date: committedDate } = commit;
    const user = { __typename: 'User', databaseId: 7, login: 'negar' };
    const author = { name: 'نگار', email: 'negar@example.org', avatarUrl: '', user };
    return {
      __typename: 'Commit',
      oid,
      committedDate,
      history: () => ({ nodes: [{ oid, message, author, committedDate }] }),
      file: ({ path }: { path: string }) => {
        const bytes = commit.tree.get(path);
        return bytes ? { oid: blobOid(bytes) } : null;
      },
      status: null,
      deployments: () => ({ nodes: [] }),
      checkSuites: () => ({ nodes: [] }),
    };
  }

  #pullNode(pull: PullRequest): GraphObject {
    const { oid, date } = this.repository.head(pull.branch);
    const nodes = this.#changed(pull).map((path) => ({ path, changeType: 'MODIFIED' }));
    return {
      id: `PR_${pull.number}`,
      number: pull.number,
      title: pull.title,
      url: '',
      isDraft: pull.isDraft,
      isCrossRepository: false,
      createdAt: date,
      updatedAt: date,
      headRefName: pull.branch,
      headRefOid: oid,
      author: { __typename: 'User', login: 'negar', avatarUrl: '', name: 'نگار', email: '', databaseId: 7 },
      labels: () => ({ nodes: pull.labels.map((name) => ({ name })) }),
      files: () => ({ nodes }),
    };
  }

  #mutations(): GraphObject {
    const { repository } = this;
    const setDraft = (isDraft: boolean) => (args: { input: { pullRequestId: string } }) => {
      const pull = this.pulls.find(({ number }) => `PR_${number}` === args.input.pullRequestId)!;
      pull.isDraft = isDraft;
      return { pullRequest: { isDraft } };
    };
    return {
      convertPullRequestToDraft: setDraft(true),
      markPullRequestReadyForReview: setDraft(false),
      createRef: ({ input: { name, oid } }: { input: { name: string; oid: string } }) => {
        const branch = name.replace('refs/heads/', '');
        if (repository.branches.has(branch)) throw new Error(`A ref named "${name}" already exists in the repository.`);
        repository.branches.set(branch, oid);
        return { ref: { name: branch } };
      },
      createCommitOnBranch: ({ input }: { input: CommitInput }) => {
        const { branchName } = input.branch;
        const { oid } = repository.head(branchName);
        if (oid !== input.expectedHeadOid)
          throw new Error(`Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`);
        const { additions, deletions } = input.fileChanges;
        const changes = [
          ...deletions.map(({ path }) => [path, undefined] as const),
          ...additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64')] as const),
        ];
        const commit = repository.change(branchName, Object.fromEntries(changes), input.message.headline);
        return { commit: this.#commitNode(commit) };
      },
    };
  }
}

interface CommitInput {
  branch: { branchName: string };
  expectedHeadOid: string;
  fileChanges: { additions: { path: string; contents: string }[]; deletions: { path: string }[] };
  message: { headline: string };
}

function blobNode(bytes: Buffer): GraphObject {
  const isBinary = bytes.includes(0);
  return {
    __typename: 'Blob',
    oid: blobOid(bytes),
    byteSize: bytes.length,
    isBinary,
    isTruncated: !isBinary && bytes.length > largestText,
    text: isBinary ? null : bytes.subarray(0, largestText).toString('utf8'),
  };
}
