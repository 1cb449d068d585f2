/// The tables. README.md documents the views over them, which stay; tables may change with the version.
///
/// All offsets are UTF-8 bytes. Those of an article count from the start of its source; `start` and `end` of what is in an
/// article count from the article's start, so that an article that only moved keeps them; `body_start` and `body_end` count
/// in the column `body`. What belongs to an article is kept in its order: `(article, number)` is its place in the file,
/// too, so that reading an article's facts is one look-up.
extension ArchiveSchema {
  /// What stays of version 1.
  static let firstTables = """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      number INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      hash BLOB NOT NULL,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      places BLOB NOT NULL
    );
    CREATE INDEX articles_by_source ON articles (source, number);
    CREATE VIRTUAL TABLE article_text USING fts5(
      title, body, content = 'articles', content_rowid = 'id', tokenize = 'wenmai'
    );
    """

  static let dropFirstFacts = """
    DROP TABLE IF EXISTS roles;
    DROP TABLE IF EXISTS entities;
    DROP TABLE IF EXISTS quantities;
    DROP TABLE IF EXISTS times;
    DROP TABLE IF EXISTS sentences;
    """

  static let tables = """
    -- Inputs that are in the archive to their end: files, with a hash of their bytes and what was done with them.
    CREATE TABLE inputs (name TEXT PRIMARY KEY, hash BLOB NOT NULL, analysis INTEGER NOT NULL) WITHOUT ROWID;
    -- What was looked for, with which dictionary; articles of an earlier one are read anew when they come by again.
    CREATE TABLE analyses (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    ALTER TABLE sources ADD COLUMN input TEXT;
    ALTER TABLE articles ADD COLUMN date TEXT;
    ALTER TABLE articles ADD COLUMN analysis INTEGER REFERENCES analyses;
    CREATE INDEX articles_by_date ON articles (date) WHERE date IS NOT NULL;

    CREATE TABLE sentences (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      body_start INTEGER NOT NULL, body_end INTEGER NOT NULL,
      PRIMARY KEY (article, body_start)
    ) WITHOUT ROWID;

    -- Who or what is meant. `key` is the name folded: simplified, lower case, without spaces and dots.
    CREATE TABLE names (
      id INTEGER PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
      UNIQUE (name, type)
    );
    CREATE INDEX names_by_key ON names (key);
    -- How it is called in texts; its own name is among them where a text says it.
    CREATE TABLE aliases (
      id INTEGER PRIMARY KEY, name INTEGER NOT NULL REFERENCES names ON DELETE CASCADE,
      text TEXT NOT NULL, key TEXT NOT NULL,
      UNIQUE (name, text)
    );
    CREATE INDEX aliases_by_key ON aliases (key);

    CREATE TABLE entities (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      alias INTEGER NOT NULL REFERENCES aliases,
      kind TEXT, score REAL NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE INDEX entities_by_alias ON entities (alias);

    CREATE TABLE roles (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      person INTEGER NOT NULL REFERENCES aliases,
      title INTEGER REFERENCES aliases,
      organization INTEGER REFERENCES aliases,
      place INTEGER REFERENCES aliases,
      qualifier TEXT, event TEXT, "from" TEXT, "to" TEXT,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE INDEX roles_by_person ON roles (person);
    CREATE INDEX roles_by_organization ON roles (organization) WHERE organization IS NOT NULL;
    -- Without these the removal of a name would read all roles.
    CREATE INDEX roles_by_title ON roles (title) WHERE title IS NOT NULL;
    CREATE INDEX roles_by_place ON roles (place) WHERE place IS NOT NULL;

    CREATE TABLE statements (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      speaker INTEGER REFERENCES aliases, speaker_text TEXT,
      verb TEXT, kind TEXT NOT NULL, quoted INTEGER NOT NULL,
      body_start INTEGER NOT NULL, body_end INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;

    CREATE TABLE measurements (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL, text TEXT NOT NULL,
      subject TEXT, thing TEXT,
      value REAL, unit TEXT, lower REAL, upper REAL,
      approximation TEXT, comparison TEXT,
      "from" TEXT, "to" TEXT,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE INDEX measurements_by_value ON measurements (unit, value);

    CREATE TABLE times (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL, text TEXT NOT NULL, "from" TEXT, "to" TEXT,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;

    -- Commits are large: no merging behind each of them, 16 segments are merged at once (measured: half the time of
    -- building). 16 MB of new tokens are held before they are written as a segment: in 32 MB a token finds less of what is
    -- held in the processor's cache (measured: 2 % of building with entities), in 4 MB there are more segments to merge (20 %
    -- of building with words alone).
    INSERT INTO article_text (article_text, rank) VALUES ('automerge', 0);
    INSERT INTO article_text (article_text, rank) VALUES ('hashsize', 16777216);
    """
}
