/** A request as a line of a server's log tells it. Texts are as in the log: not decoded. */
export interface LoggedRequest {
  /** Milliseconds since 1970-01-01T00:00Z. */
  time: number;
  /** Absent in logs that leave it out. */
  method?: string | undefined;
  status: number;
  /** Path with query, or the absolute URL of it. */
  target: string;
  agent: string;
  /** Absent in logs without addresses. */
  address?: string | undefined;
  /** Value of `Sec-Purpose` (Fetch Standard, section 2.2.5), if it is logged. */
  purpose?: string | undefined;
}
