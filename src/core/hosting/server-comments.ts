import { commentsOf, type CommentsSettings, serviceAddress, serviceOrigins } from '../config/comments.ts';
import { createUrls } from '../urls.ts';

/** Where the service of comments listens if nothing else is said. */
export const defaultService = '127.0.0.1:8090';

/** Form of {@link CommentServer.service}. */
export const servicePattern = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]):[1-9]\d{0,4}$/i;

interface CommentServer {
  url: string;
  comments?: CommentsSettings | undefined;
}

/** Maximum size of a body in bytes: a form of the desk is the largest. */
const largestBody = 65_536;

/** The built page for the time in which the service does not answer. */
const busyPage = 'comments/busy/index.html';

/**
 * Write the locations of nginx that pass requests on to the service of comments; empty without comments, or if their address is on
 * another host. Only what the service answers is passed on: other files below its path are the site's, and so is the answer to
 * reading the address that forms are sent to.
 *
 * @param service Host and port, as in {@link defaultService}.
 */
export function writeNginxComments(config: CommentServer, service: string): string {
  const path = pathOf(config);
  if (path === undefined) return '';
  const { base } = createUrls(config.url);
  // A header of its own keeps a location from those of the site; the service sends its own. An empty one is not sent.
  const pass = `proxy_pass http://${service};
	proxy_set_header Host $http_host;
	proxy_set_header X-Real-IP $remote_addr;
	client_max_body_size ${largestBody};
	error_page 403 =404 ${base}/404.html;
	error_page 502 504 =503 ${base}/${busyPage};
	add_header Cache-Control "";`;
  return `
# Readers' comments.
location = ${path} {
	limit_except POST { deny all; }
	${pass}
}
location ~ "^${path.replaceAll('.', '\\.')}(?:token$|export$|desk/)" {
	${pass}
}
`;
}

/** Return the same for Caddy, as the site's own directives have to be besides it; `undefined` if there is nothing to pass on. */
export function writeCaddyComments(config: CommentServer, service: string): string | undefined {
  const path = pathOf(config);
  if (path === undefined) return undefined;
  return `# Readers' comments.
@comments {
	expression \`({method} == "POST" && {path} == "${path}") || {path}.startsWith("${path}desk/") || {path} in ["${path}token", "${path}export"]\`
}
handle @comments {
	request_body {
		max_size ${largestBody}
	}
	reverse_proxy ${service} {
		header_up X-Real-IP {remote_host}
	}
}`;
}

/** Write what Caddy answers while the service does not. */
export function writeCaddyBusy(): string {
  return `@busy expression {err.status_code} >= 500
rewrite @busy /${busyPage}`;
}

/** Path of the service; `undefined` if it has another host than the site. */
function pathOf({ url, comments }: CommentServer): string | undefined {
  const settings = commentsOf({ comments });
  if (!settings || serviceOrigins({ url, comments }).length > 0) return undefined;
  return new URL(serviceAddress(settings, createUrls(url)), url).pathname;
}
