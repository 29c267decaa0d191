/** Version of {@link schema}, in `PRAGMA user_version`. A later one needs a migration in database.ts. */
export const schemaVersion = 1;

/**
 * The tables. Moments are milliseconds since 1970-01-01T00:00Z. `change` numbers all changes of comments in the order in which
 * they became visible: clocks may go back.
 */
export const schema = `
CREATE TABLE comment (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  once TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL,
  re TEXT,
  at INTEGER NOT NULL,
  name TEXT,
  text TEXT,
  mail TEXT,
  sender TEXT,
  folded TEXT NOT NULL,
  marks TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'approved', 'rejected', 'spam', 'removed')),
  decided INTEGER,
  by TEXT,
  change INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_by_state ON comment (state, n);
CREATE INDEX comment_by_slug ON comment (slug, state);
CREATE INDEX comment_by_change ON comment (change);
CREATE INDEX comment_by_folded ON comment (folded, at);
CREATE INDEX comment_with_mail ON comment (at) WHERE mail IS NOT NULL;
CREATE INDEX comment_with_sender ON comment (at) WHERE sender IS NOT NULL;
CREATE INDEX comment_to_forget ON comment (decided) WHERE state IN ('rejected', 'spam') AND text IS NOT NULL;
CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
INSERT INTO tally VALUES ('change', 0), ('unbuilt', 0), ('held', 0), ('approved', 0), ('rejected', 0), ('spam', 0), ('removed', 0);
CREATE TRIGGER comment_added AFTER INSERT ON comment BEGIN
  UPDATE tally SET value = value + 1 WHERE name = NEW.state;
END;
CREATE TRIGGER comment_decided AFTER UPDATE OF state ON comment WHEN OLD.state <> NEW.state BEGIN
  UPDATE tally SET value = value - 1 WHERE name = OLD.state;
  UPDATE tally SET value = value + 1 WHERE name = NEW.state;
END;
CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE closed (slug TEXT PRIMARY KEY) STRICT;
CREATE TABLE unpublished (slug TEXT PRIMARY KEY, change INTEGER NOT NULL) STRICT;
CREATE TABLE audit (at INTEGER NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL) STRICT;
CREATE TABLE editor (name TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE session (hash TEXT PRIMARY KEY, editor TEXT NOT NULL, at INTEGER NOT NULL, proof TEXT NOT NULL) STRICT;
`;
