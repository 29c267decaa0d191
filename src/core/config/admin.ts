import { z } from 'zod';
import { settings } from './settings.ts';

/** Where the editor at /admin/ reads and saves files. */
export interface AdminBackend {
  /** The program that hosts the repository; Forgejo is `gitea`. */
  name: 'github' | 'gitlab' | 'gitea';
  /** The repository: `owner/name`. */
  repo: string;
  /** `main` if absent. */
  branch?: string | undefined;
  /** Address of a host of your own; of github.com, the address of the service that signs writers in. */
  baseUrl?: string | undefined;
  /** Address of the host’s API, if it is not at its usual place. */
  apiRoot?: string | undefined;
  /** Number of the application by which GitLab, Gitea or Forgejo signs writers in. */
  appId?: string | undefined;
}

/** The editor for writers at /admin/; without it there is none. */
export interface AdminSettings {
  backend: AdminBackend;
  /** Whether texts go to an editor for review (pull requests) before they are published: on GitHub and GitLab. */
  review?: boolean | undefined;
}

const address = z.url({ protocol: /^https$/, error: 'expected an address such as https://git.example.org' }).optional();

/** Schema of {@link AdminSettings}. */
export const adminShape = settings({
  backend: settings({
    name: z.enum(['github', 'gitlab', 'gitea'], 'expected one of github, gitlab, gitea'),
    repo: z.string('expected a text').regex(/^[\w.-]+(?:\/[\w.-]+)+$/, 'expected a repository such as owner/name'),
    branch: z.string('expected a text').trim().min(1, 'expected a text').optional(),
    baseUrl: address,
    apiRoot: address,
    appId: z.string('expected a text').trim().min(1, 'expected a text').optional(),
  }),
  review: z.boolean('expected true or false').optional(),
})
  .refine(({ review, backend }) => !review || backend.name !== 'gitea', 'review is possible on github and gitlab only')
  .optional();
