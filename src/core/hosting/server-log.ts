/**
 * The format of nginx's log for `npm run popular`, for the `http` block: without addresses, and with what tells a page that was
 * opened ahead (`Sec-Purpose`) from one that was read. nginx escapes quotation marks in values.
 */
export const nginxLogFormat =
  'log_format rooznegar \'$time_iso8601 $request_method $status "$request_uri" "$http_user_agent" "$http_sec_purpose"\';\n';

/** Return whether a path can be written in a configuration as it is. */
export function isLogPath(path: string): boolean {
  return /^[\w./\\:-]+$/.test(path);
}

/** Write the directive of nginx's `server` block. */
export function writeNginxLog(log: string | undefined): string {
  return log === undefined ? '' : `access_log ${log} rooznegar;\n`;
}

/** Write the directive of Caddy's site block: JSON without anything that names a reader. */
export function writeCaddyLog(log: string | undefined): string[] {
  if (log === undefined) return [];
  const fields = [
    'remote_ip',
    'remote_port',
    'client_ip',
    'headers>Cookie',
    'headers>X-Forwarded-For',
    'headers>Referer',
  ];
  const deleted = fields.map((field) => `\t\t\trequest>${field} delete`).join('\n');
  return [
    `log {\n\toutput file ${log}\n\tformat filter {\n\t\twrap json\n\t\tfields {\n${deleted}\n\t\t\tuser_id delete\n\t\t}\n\t}\n}`,
  ];
}
