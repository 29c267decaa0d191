import type { Page, Request, Route } from 'playwright-core';
import { MemoryRepository } from './repository.ts';

/** What a host answers. */
export interface Answer {
  status: number;
  json?: unknown;
  body?: Buffer;
}

/** A request to a host. */
export interface Asked {
  method: string;
  url: URL;
  body: Record<string, unknown>;
}

/** A change that waits for review: a pull request of GitHub, a merge request of GitLab. */
export interface Proposal {
  branch: string;
  labels: readonly string[];
  isDraft: boolean;
  state: 'open' | 'closed' | 'merged';
}

/** A host of repositories in memory: what GitHub and GitLab have in common. */
export abstract class StubHost {
  readonly repository: MemoryRepository;
  /** Tokens that are valid now. */
  readonly tokens = new Set(['good-token']);
  /** Requests so far, as `POST /graphql createCommitOnBranch`. */
  readonly log: string[] = [];
  /** What becomes of a request instead of the usual; `lost-answer` does what is asked, and its answer gets lost. */
  fault: (request: string) => 'lost' | 'lost-answer' | undefined = () => undefined;
  /** What an answer waits for, of a host that is slow. The request itself is obeyed at once. */
  slowness: (request: string) => Promise<unknown> | undefined = () => undefined;

  constructor(files: Readonly<Record<string, string | Buffer>>) {
    this.repository = new MemoryRepository(files);
  }

  /** Oldest first. */
  abstract get proposals(): readonly Proposal[];

  /** Answer a page’s requests to the host. */
  abstract serve(page: Page): Promise<void>;

  /** Answer a request of somebody who has signed in. */
  protected abstract answer(asked: Asked): Answer;

  /** What somebody gets who has not. */
  protected abstract readonly refusal: Answer;

  protected async fulfill(route: Route, request: Request): Promise<void> {
    const url = new URL(request.url());
    const posted = request.postData();
    const body = (posted === null ? {} : JSON.parse(posted)) as Record<string, unknown>;
    const operation = /mutation[^{]*\{\s*(\w+)/.exec(String(body['query'] ?? ''))?.[1] ?? '';
    const name = `${request.method()} ${decodeURIComponent(url.pathname)} ${operation}`.trim();
    this.log.push(name);
    const fault = this.fault(name);
    if (fault === 'lost') return route.abort('internetdisconnected');
    const [, token = ''] = /^(?:token|bearer) (.*)$/i.exec(request.headers()['authorization'] ?? '') ?? [];
    const answer = this.tokens.has(token) ? this.answer({ method: request.method(), url, body }) : this.refusal;
    await this.slowness(name);
    if (fault === 'lost-answer') return route.abort('internetdisconnected');
    const { status, json, body: bytes } = answer;
    await route.fulfill({
      status,
      headers: { 'access-control-allow-origin': '*' },
      ...(bytes ? { body: bytes, contentType: 'application/octet-stream' } : { json: json ?? null }),
    });
  }
}
