-- An archive as version 1 wrote it, with one article; the test adds the full text and the header.
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
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  body_start INTEGER NOT NULL, body_end INTEGER NOT NULL
);
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  type TEXT NOT NULL, kind TEXT, text TEXT NOT NULL, canonical TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  score REAL NOT NULL, rule TEXT NOT NULL
);
CREATE TABLE roles (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
  title INTEGER REFERENCES entities ON DELETE CASCADE,
  organization INTEGER REFERENCES entities ON DELETE CASCADE,
  qualifier TEXT, construction TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE quantities (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  kind TEXT NOT NULL, text TEXT NOT NULL, value REAL, unit TEXT,
  approximation TEXT NOT NULL, lower REAL, upper REAL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE times (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  kind TEXT NOT NULL, text TEXT NOT NULL, "from" TEXT, "to" TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE VIRTUAL TABLE article_text USING fts5(
  title, body, content = 'articles', content_rowid = 'id', tokenize = 'wenmai'
);
INSERT INTO settings VALUES ('tokenizer', '1-of-another-lexicon');
INSERT INTO sources VALUES (1, 'old');
INSERT INTO articles VALUES (1, 1, 0, 0, 42, x'00', '河道治理', '污水处理站建成。', x'000000000d00000018000000');
INSERT INTO article_text (rowid, title, body) SELECT id, title, body FROM articles;
INSERT INTO sentences VALUES (1, 1, 13, 37, 0, 24);
INSERT INTO entities VALUES (1, 1, 'PLACE', NULL, '河道', '河道', 0, 6, 1, 'test');
PRAGMA application_id = 1466265165;
PRAGMA user_version = 1;
